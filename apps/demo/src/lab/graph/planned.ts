import { parameterVersion } from '@chainrule/core';
import type { Session } from '../run/session.ts';
import type { Outline, Outlined } from './drawing.ts';
import { namesOf } from './names.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { outlineOf } from './outline.ts';
import { outlineFrom } from './outlineFrom.ts';
import { type Plan, planOf } from './plan.ts';

/** What is worked out once for a session. */
export interface Planned {
  readonly plan: Plan;
  /** As the page is sent it, and with its texts. */
  readonly outlined: Outlined;
  readonly outline: Outline;
  /** The numbers of all nodes for a row that is trained on. */
  numbers(row: number): Numbers;
  /** Whether there are so many nodes that they are shown before all else is worked out. */
  readonly isLarge: boolean;
  /** Whether `numbers` answers at once: the program of a large graph takes a moment to make. */
  readonly isReady: boolean;
}

/** So many nodes make a graph large. */
const largeGraph = 1500;

const known = new WeakMap<Session, Planned>();

export function planned(session: Session): Planned {
  let its = known.get(session);
  if (its !== undefined) return its;
  const plan = planOf(session.model);
  const outlined = outlineOf(plan);
  const isLarge = plan.order.nodes.length > largeGraph;
  let run: ReturnType<typeof numbersOf> | undefined;
  let last: { readonly row: number; readonly version: number; readonly numbers: Numbers } | undefined;
  its = {
    plan,
    outlined,
    outline: outlineFrom(outlined, () => namesOf(plan, session.data)),
    isLarge,
    numbers: (row) => {
      run ??= numbersOf(plan, session.data);
      const version = parameterVersion();
      if (last?.row !== row || last.version !== version)
        last = { row, version, numbers: run(session.data.training, row) };
      return last.numbers;
    },
    get isReady() {
      return run !== undefined || !isLarge;
    },
  };
  known.set(session, its);
  return its;
}
