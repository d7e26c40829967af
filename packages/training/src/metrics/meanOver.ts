import { TrainingError } from '../errors.ts';
import type { Column } from './metric.ts';

/** @throws TrainingError if there are not as many targets as outputs. */
export function checkPairs(name: string, predicted: readonly Column[], actual: readonly Column[]): void {
  if (predicted.length !== actual.length)
    throw new TrainingError(
      `${name}: ${predicted.length} outputs, but ${actual.length} targets. Give one target for each output.`,
    );
}

/**
 * The mean of `error(predicted, actual)` over all rows of all outputs.
 * @throws TrainingError if there are not as many targets as outputs.
 */
export function meanOver(
  name: string,
  predicted: readonly Column[],
  actual: readonly Column[],
  error: (predicted: number, actual: number) => number,
): number {
  checkPairs(name, predicted, actual);
  let sum = 0;
  predicted.forEach((column, k) => {
    for (let r = 0; r < column.length; r++) sum += error(column[r] as number, actual[k]?.[r] as number);
  });
  return sum / (predicted.length * (predicted[0] as Column).length);
}
