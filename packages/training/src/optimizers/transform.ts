import type { Schedule } from '../schedules/schedule.ts';

/** What an optimizer remembers: lists of numbers, nested as its parts are. It can be saved and loaded as it is. */
export type OptimizerState = readonly (Float64Array | OptimizerState)[];

/**
 * One stage on the way from gradients to the changes of parameters: a pure pair `{ init, update }`. Nothing is kept outside
 * the state, so the same arguments always give the same result; to allocate nothing per step, `update` overwrites
 * `updates` and `state` in place.
 */
export interface Transform {
  /** What it is, and with which settings: plain data, for saved states and for engines with kernels of their own. */
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The stages of a chain, in order. */
  readonly parts: readonly Transform[];
  /** The state before the first step, for `size` parameters. */
  init(size: number): OptimizerState;
  /**
   * Turns `updates` (the gradients, or what the stage before made of them) into what is to be added to the parameters.
   * `step` counts the updates before this one, from 0.
   */
  update(updates: Float64Array, state: OptimizerState, parameters: Float64Array, step: number): void;
}

/** A transform that ends with the learning rate: what `train` needs. Its updates point downhill. */
export interface Optimizer extends Transform {
  readonly rate: Schedule;
}

/**
 * Defines a transform that remembers `memory` numbers for each parameter, all 0 at the start.
 * @example const scaleBy = (factor: number) => defineTransform('scaleBy', { factor }, 0, (updates) => {
 *   for (let i = 0; i < updates.length; i++) updates[i] *= factor;
 * });
 */
export function defineTransform(
  name: string,
  options: Readonly<Record<string, unknown>>,
  memory: number,
  update: (updates: Float64Array, memory: readonly Float64Array[], parameters: Float64Array, step: number) => void,
): Transform {
  return {
    name,
    options,
    parts: [],
    init: (size) => Array.from({ length: memory }, () => new Float64Array(size)),
    update: (updates, state, parameters, step) => update(updates, state as readonly Float64Array[], parameters, step),
  };
}
