import type { Node } from '@chainrule/core';
import type { Plan } from '../graph/plan.ts';
import { planned } from '../graph/planned.ts';
import type { Session } from '../run/session.ts';
import { type Cursor, type CursorPlace, type Direction, moved, placeOf, rest, type Schedule } from './cursor.ts';
import { reachedBy } from './reachedBy.ts';
import { startedWalk, startWalk } from './startedWalk.ts';
import type { Unit } from './units.ts';

/** A walk through a run, place by place. */
export interface Walk {
  readonly cursor: Cursor;
  readonly place: CursorPlace;
  readonly visited: Visits;
  /** The node that is looked at, and the training row that it is computed for; undefined at rest. */
  readonly here: { readonly node: Node; readonly row: number } | undefined;
  readonly schedule: Schedule;
  /** How far the step has come, as the graph shows it. */
  reached(): ReturnType<typeof reachedBy>;
  /** Goes on or back; the trainer moves only where a step ends. */
  move(unit: Unit, direction: Direction): Promise<void>;
  /** Goes to the beginning of the step that the run is in. */
  stop(): void;
}

/** What is visited in a step, in order. */
export interface Visits {
  readonly forward: readonly Node[];
  readonly loss: readonly Node[];
  readonly backward: readonly Node[];
  readonly update: readonly Node[];
}

/** The walk through a session's run. */
export function walkOf(session: Session): Walk {
  return startedWalk(session) ?? startWalk(session, walk(session));
}

function walk(session: Session): Walk {
  const { count } = session.data.training;
  const batch = Math.min(session.state.training.batch, count);
  const stepsPerEpoch = Math.ceil(count / batch);
  const visits = visitsOf(planned(session).plan);
  const { forward, loss, backward, update } = visits;
  const schedule: Schedule = {
    stepsPerEpoch,
    shapeOf: (step) => ({
      samples: (step + 1) % stepsPerEpoch === 0 ? count - (stepsPerEpoch - 1) * batch : batch,
      forward: forward.length,
      loss: loss.length,
      backward: backward.length,
      update: update.length,
    }),
  };
  let cursor = rest(0);
  const now = (): Cursor => {
    const step = session.started?.trainer.steps ?? 0;
    if (cursor.step !== step) cursor = rest(step); // the run went on without the walk
    return cursor;
  };
  const place = (): CursorPlace => placeOf(now().at, schedule.shapeOf(cursor.step));
  const its: Walk = {
    get cursor() {
      return now();
    },
    get place() {
      return place();
    },
    get here() {
      const { phase, sample, place: at } = place();
      if (phase === 'rest' || session.started === undefined) return undefined;
      return { node: visits[phase][at] as Node, row: session.started.trainer.nextRows[sample] as number };
    },
    visited: visits,
    schedule,
    reached: () => reachedBy(its, planned(session)),
    move: async (unit, direction) => {
      const runner = await session.runner();
      const next = moved(now(), unit, direction, schedule);
      if (next.step !== cursor.step) runner.goTo(next.step);
      cursor = next;
    },
    stop: () => {
      cursor = rest(now().step);
    },
  };
  return its;
}

function visitsOf({ visits, order, layers, model }: Plan): Visits {
  const operations = visits.filter(({ kind }) => kind === 'operation');
  const isOfLoss = (node: Node): boolean => layers[order.indexOf(node)] === model.layers.length;
  const depends = new Set<Node>(model.parameters);
  for (const node of operations)
    if (node.kind === 'operation' && node.args.some((arg) => depends.has(arg))) depends.add(node);
  return {
    forward: operations.filter((node) => !isOfLoss(node)),
    loss: operations.filter(isOfLoss),
    backward: visits.filter((node) => depends.has(node)).reverse(),
    update: model.parameters,
  };
}
