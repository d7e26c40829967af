import { describe } from '@chainrule/core';
import type { BatchesState } from './batches.ts';
import { TrainingError } from './errors.ts';
import { loadNumber, type Numbers, saveNumbers } from './numbers.ts';
import type { OptimizerState } from './optimizers/transform.ts';

/** An optimizer's memory as plain data. */
export type SavedMemory = readonly (Numbers | SavedMemory)[];

/** A run between two steps, as plain data for JSON: a run restored from it goes on with the same bits. */
export interface TrainerState extends BatchesState {
  readonly version: 1;
  /** Steps completed. */
  readonly step: number;
  /** How many rows the data has, and how many a batch. */
  readonly rows: number;
  readonly batchSize: number;
  readonly parameters: Numbers;
  readonly optimizer: string;
  readonly memory: SavedMemory;
}

/** An optimizer's memory as plain data. */
export function saveMemory(state: OptimizerState): SavedMemory {
  return state.map((part) => (part instanceof Float64Array ? saveNumbers(part) : saveMemory(part)));
}

/**
 * Reads saved numbers into the memory of an optimizer, or into any list.
 * @throws TrainingError naming the place, if what was saved has another shape.
 */
export function loadMemory(saved: unknown, into: OptimizerState | Float64Array, place: string): void {
  if (!Array.isArray(saved) || saved.length !== into.length)
    throw new TrainingError(
      `The saved state does not fit: ${place} must be a list of ${into.length}, not ${describe(saved)}. Restore it into the same model with the same optimizer.`,
    );
  for (let i = 0; i < saved.length; i++) {
    if (!(into instanceof Float64Array)) {
      loadMemory(saved[i], into[i] as OptimizerState | Float64Array, `${place}[${i}]`);
      continue;
    }
    const value = loadNumber(saved[i]);
    if (value === undefined)
      throw new TrainingError(`The saved state is broken: ${place}[${i}] is ${describe(saved[i])}, expected a number.`);
    into[i] = value;
  }
}

/**
 * Checks that a saved state is one, and of a run like this one.
 * @throws TrainingError naming what does not fit.
 */
export function checkState(
  state: unknown,
  run: { readonly rows: number; readonly batchSize: number; readonly optimizer: string },
): asserts state is TrainerState {
  if (typeof state !== 'object' || state === null)
    throw new TrainingError(`restore needs what state() returned, not ${describe(state)}.`);
  const saved = state as Partial<TrainerState>;
  if (saved.version !== 1)
    throw new TrainingError(`The saved state has version ${describe(saved.version)}, this release reads version 1.`);
  for (const name of ['rows', 'batchSize', 'optimizer'] as const)
    if (saved[name] !== run[name])
      throw new TrainingError(
        `The saved state is of a run with ${name} ${describe(saved[name])}, this one has ${describe(run[name])}. Set it up as it was.`,
      );
  for (const name of ['epoch', 'step', 'position'] as const) {
    const value = saved[name] as number;
    if (!Number.isSafeInteger(value) || value < 0 || (name === 'position' && value >= run.rows))
      throw new TrainingError(`The saved state is broken: ${name} is ${describe(value)}.`);
  }
  const words: unknown = saved.generator;
  if (!Array.isArray(words) || words.length !== 4 || !words.every((word) => Number.isInteger(word)))
    throw new TrainingError(`The saved state is broken: generator is ${describe(words)}, expected four whole numbers.`);
}
