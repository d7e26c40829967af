import { TrainingError } from '../errors.ts';
import type { Column } from './metric.ts';

/** How one column of scores tells the two classes apart. */
export interface ThresholdOptions {
  /** The positive class is predicted above it: 0.5 for probabilities (default), 0 for logits and other signed scores. */
  readonly threshold?: number;
}

/** The class that is predicted for a row: of several columns the one with the largest score, of one column 0 or 1. */
export function predictedClass(scores: readonly Column[], row: number, threshold: number): number {
  if (scores.length === 1) return (scores[0]?.[row] as number) > threshold ? 1 : 0;
  return largest(scores, row);
}

/**
 * The class a row has: of several columns the one marked (one-hot); of one column its number, or for two classes 1 above 0
 * and 0 for 0 and −1.
 */
export function actualClass(labels: readonly Column[], row: number, binary: boolean): number {
  if (labels.length > 1) return largest(labels, row);
  const label = labels[0]?.[row] as number;
  return binary ? (label > 0 ? 1 : 0) : label;
}

/** @throws TrainingError if a row's class is none of so many. */
export function checkClass(name: string, label: number, classes: number, row: number): void {
  if (!(Number.isInteger(label) && label >= 0 && label < classes))
    throw new TrainingError(
      `${name}: row ${row} has the label ${label}, expected a class number from 0 to ${classes - 1}.`,
    );
}

/** The first column with the largest number in a row. */
function largest(columns: readonly Column[], row: number): number {
  let best = 0;
  for (let k = 1; k < columns.length; k++)
    if ((columns[k]?.[row] as number) > (columns[best]?.[row] as number)) best = k;
  return best;
}
