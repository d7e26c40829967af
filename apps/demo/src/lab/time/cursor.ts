import type { Unit } from './units.ts';

export type Direction = 1 | -1;
export type Phase = 'rest' | 'forward' | 'loss' | 'backward' | 'update';

/** Where a run stands within a step of training: `at` is 0 before it, then it counts what has been visited. */
export interface Cursor {
  readonly step: number;
  readonly at: number;
}

/** How many places a step has: `forward`, `loss` and `backward` for each of its samples, then `update`. */
export interface Shape {
  readonly samples: number;
  readonly forward: number;
  readonly loss: number;
  readonly backward: number;
  readonly update: number;
}

/** What steps a run is made of. */
export interface Schedule {
  readonly stepsPerEpoch: number;
  shapeOf(step: number): Shape;
}

/** A cursor in words: at which place of which phase, with which sample of the batch. */
export interface CursorPlace {
  readonly phase: Phase;
  readonly sample: number;
  /** The last place visited, from 0; −1 at rest. */
  readonly place: number;
}

/** The beginning of a step. */
export const rest = (step: number): Cursor => ({ step, at: 0 });

const perSample = ({ forward, loss, backward }: Shape): number => forward + loss + backward;

export function placeOf(at: number, shape: Shape): CursorPlace {
  if (at === 0) return { phase: 'rest', sample: 0, place: -1 };
  const { samples, forward, loss } = shape;
  const each = perSample(shape);
  if (at > samples * each) return { phase: 'update', sample: samples - 1, place: at - samples * each - 1 };
  const sample = Math.floor((at - 1) / each);
  const place = (at - 1) % each;
  if (place < forward) return { phase: 'forward', sample, place };
  if (place < forward + loss) return { phase: 'loss', sample, place: place - forward };
  return { phase: 'backward', sample, place: place - forward - loss };
}

/** Where one stops within a step going so far at once, in order; the first is its beginning. */
function stops(unit: Unit, shape: Shape): number[] {
  const { samples, forward, loss } = shape;
  const each = perSample(shape);
  const found = [0];
  if (unit === 'batch') return found;
  for (let sample = 0; sample < samples; sample++) {
    const start = sample * each;
    if (unit === 'phase') found.push(start + forward, start + forward + loss);
    found.push(start + each);
  }
  return found;
}

/** The next stop in the same step, if there is one. */
function stopAfter(unit: Unit, at: number, shape: Shape): number | undefined {
  if (unit === 'node') return at < shape.samples * perSample(shape) + shape.update ? at + 1 : undefined;
  return stops(unit, shape).find((stop) => stop > at);
}

/** The stop before in the same step, if there is one. */
function stopBefore(unit: Unit, at: number, shape: Shape): number | undefined {
  if (unit === 'node') return at > 0 ? Math.min(at - 1, shape.samples * perSample(shape) + shape.update) : undefined;
  return stops(unit, shape).findLast((stop) => stop < at);
}

/**
 * The place one unit on or back: the next stop of that kind. What lies behind the last stop of a step is the beginning of the
 * next, so that only going past updates changes weights. Before the first step there is nothing.
 */
export function moved({ step, at }: Cursor, unit: Unit, direction: Direction, schedule: Schedule): Cursor {
  if (unit === 'epoch') {
    const { stepsPerEpoch } = schedule;
    if (direction === 1) return rest((Math.floor(step / stepsPerEpoch) + 1) * stepsPerEpoch);
    return rest(Math.max(0, (Math.ceil((at > 0 ? step + 1 : step) / stepsPerEpoch) - 1) * stepsPerEpoch));
  }
  if (direction === 1) {
    const next = stopAfter(unit, at, schedule.shapeOf(step));
    return next === undefined ? rest(step + 1) : { step, at: next };
  }
  const before = stopBefore(unit, at, schedule.shapeOf(step));
  if (before !== undefined) return { step, at: before };
  if (step === 0) return rest(0);
  return { step: step - 1, at: stopBefore(unit, Number.POSITIVE_INFINITY, schedule.shapeOf(step - 1)) as number };
}
