import type { EngineOptions } from '@chainrule/compiler';
import type { Parameter } from '@chainrule/core';
import { check } from './check.ts';
import { engineOptionNames, engineOptions } from './engineOptions.ts';
import { adam } from './optimizers/adam.ts';
import { isTransform, type Optimizer } from './optimizers/transform.ts';

/** What every run over data can be told. */
export interface TrainerOptions extends EngineOptions {
  /** Default `adam()`. */
  readonly optimizer?: Optimizer;
  /** Samples per step; `Infinity` for all of them. Default 32. */
  readonly batchSize?: number;
  /** Whether every epoch goes through the rows in a new random order. Default true. */
  readonly shuffle?: boolean;
  /** For shuffling and for a random validation part: the same seed, the same run. Default 0. */
  readonly seed?: number;
  /** What to train. Default: all trainable parameters that the loss depends on. */
  readonly parameters?: readonly Parameter[];
}

export const trainerOptionNames: readonly string[] = [
  'optimizer',
  'batchSize',
  'shuffle',
  'seed',
  'parameters',
  ...engineOptionNames,
];

/** The options with their defaults, checked. */
export function descentOptions({
  optimizer = adam(),
  batchSize = 32,
  shuffle = true,
  seed = 0,
  ...others
}: TrainerOptions): {
  optimizer: Optimizer;
  batchSize: number;
  shuffle: boolean;
  seed: number;
  engine: EngineOptions;
} {
  checkOptimizer(optimizer);
  check(
    batchSize === Number.POSITIVE_INFINITY || (Number.isInteger(batchSize) && batchSize >= 1),
    'batchSize',
    batchSize,
    'a positive whole number, or Infinity for all rows at once',
  );
  check(typeof shuffle === 'boolean', 'shuffle', shuffle, 'true or false');
  check(Number.isSafeInteger(seed), 'seed', seed, 'a whole number');
  return { optimizer, batchSize, shuffle, seed, engine: engineOptions(others) };
}

/** @throws TrainingError if it is not an optimizer. */
export function checkOptimizer(optimizer: unknown): void {
  const is = isTransform(optimizer) && 'rate' in optimizer;
  check(is, 'optimizer', optimizer, 'an optimizer such as adam() or chain(clipByGlobalNorm(1), adam())');
}
