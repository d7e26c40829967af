import { randomGenerator, shuffle as shuffled } from '@chainrule/core';
import { TrainingError } from './errors.ts';

/** Rows to train on and rows to validate on. */
export interface Split {
  readonly training: Int32Array;
  readonly validation: Int32Array;
}

/**
 * Sets a part of the rows aside for validation: random ones, or without shuffling the last ones. Both parts keep the
 * data's order.
 * @throws TrainingError if the fraction leaves one of the two without rows.
 */
export function split(count: number, fraction: number, shuffle: boolean, seed: number): Split {
  const size = Math.round(count * fraction);
  if (!(fraction > 0 && fraction < 1) || size < 1 || size >= count)
    throw new TrainingError(
      `validation must be a fraction between 0 and 1 that leaves rows for both parts, or data, not ${fraction} of ${count} rows.`,
    );
  const rows = Int32Array.from({ length: count }, (_, i) => i);
  if (shuffle) shuffled(randomGenerator(seed), rows);
  return { training: rows.slice(0, count - size).sort(), validation: rows.slice(count - size).sort() };
}
