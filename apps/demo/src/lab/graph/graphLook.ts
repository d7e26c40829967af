import type { Session } from '../run/session.ts';
import type { View } from '../state/labState.ts';
import { startedWalk } from '../time/startedWalk.ts';
import { draw } from './draw.ts';
import type { Drawn, Outlined } from './drawing.ts';
import { planned } from './planned.ts';

/** What the graph shows. The page keeps outline, names and drawing, which come once; numbers come with each frame. */
export interface GraphLook {
  readonly outline?: Outlined;
  /** What each node is called; of a large graph it comes after the first picture. */
  readonly names?: readonly string[];
  readonly drawing?: Drawn;
  /** The value of each node for the row that is shown; not there while they are being made. */
  readonly values?: Float64Array;
  /** The derivative of the loss with respect to each node; NaN for constants. */
  readonly gradients?: Float64Array;
  /** Within a step of training: for each node 0 before its value is known, 1 before its gradient is, then 2. */
  readonly reached?: Uint8Array;
  /** The key of the node that the step is at. */
  readonly current?: string;
  /** The training row that is shown. */
  readonly row: number;
  /** Whether there is more to come without anything having changed. */
  readonly isUnfinished?: true;
}

const shown = new WeakMap<Session, { readonly drawn: string; readonly isNamed: boolean }>();

/** How the graph looks at a session. */
export function graphLook(session: Session, { level, opened, sample }: View): GraphLook {
  const its = planned(session);
  const walk = startedWalk(session);
  const row = walk?.here?.row ?? sample % session.data.training.count;
  const drawn = JSON.stringify([level, level === 'nodes' ? opened : undefined]);
  const before = shown.get(session);
  const news = {
    ...(before === undefined && { outline: its.outlined }),
    ...(before?.drawn !== drawn && { drawing: draw(its.plan, its.outlined, level, opened) }),
  };
  const isUnfinished = its.isLarge && news.drawing !== undefined;
  const isNamed = before?.isNamed ?? false;
  shown.set(session, { drawn, isNamed: isNamed || !isUnfinished });
  const look = {
    ...news,
    ...(!isNamed && !isUnfinished && { names: its.outline.names }),
    row,
    ...(isUnfinished && { isUnfinished }),
  };
  if (isUnfinished && !its.isReady) return look;
  return { ...look, ...its.numbers(row), ...walk?.reached() };
}
