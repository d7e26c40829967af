import { parameterVersion } from '@chainrule/core';
import type { Session } from '../run/session.ts';
import type { Outline } from './drawing.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { outlineOf } from './outline.ts';
import { type Plan, planOf } from './plan.ts';

/** What is worked out once for a session. */
export interface Planned {
  readonly plan: Plan;
  readonly outline: Outline;
  /** The numbers of all nodes for a row that is trained on. */
  numbers(row: number): Numbers;
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
  let run: ReturnType<typeof numbersOf> | undefined;
  let last: { readonly row: number; readonly version: number; readonly numbers: Numbers } | undefined;
  its = {
    plan,
    outline: outlineOf(plan, session.data),
    numbers: (row) => {
      run ??= numbersOf(plan, session.data);
      const version = parameterVersion();
      if (last?.row !== row || last.version !== version)
        last = { row, version, numbers: run(session.data.training, row) };
      return last.numbers;
    },
    get isReady() {
      return run !== undefined || plan.order.nodes.length <= largeGraph;
    },
  };
  known.set(session, its);
  return its;
}
