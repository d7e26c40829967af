import { TrainingError } from '../errors.ts';
import { actualClass, checkClass, predictedClass, type ThresholdOptions } from './classes.ts';
import { type Column, checkColumns, toColumns, type Values } from './metric.ts';

/** How often rows of each class were taken for each class. */
export interface ConfusionTable {
  readonly classes: readonly string[];
  /** `counts[a][p]`: rows of class a that were predicted as class p. */
  readonly counts: readonly (readonly number[])[];
  /** The table as text: one line for each actual class, one column for each predicted one. */
  toString(): string;
}

/**
 * Counts predictions by actual and predicted class. Columns, labels and threshold as in `accuracy`.
 * @throws TrainingError if columns differ in length, or a label is no class.
 * @example String(confusionTable([0.2, 0.9, 0.6], [0, 1, 0], { classes: ['no', 'yes'] }))
 */
export function confusionTable(
  predicted: Values,
  actual: Values,
  { classes, threshold = 0.5 }: ThresholdOptions & { readonly classes?: readonly string[] } = {},
): ConfusionTable {
  const scores = toColumns('confusionTable', predicted);
  const labels = toColumns('confusionTable', actual);
  checkColumns('confusionTable', [...scores, ...labels]);
  const size = Math.max(2, scores.length);
  const names = classes ?? namesOf(predicted, size);
  if (names.length !== size)
    throw new TrainingError(`confusionTable: ${names.length} class names (${names.join(', ')}) for ${size} classes.`);
  const counts = names.map(() => names.map(() => 0));
  const rows = (scores[0] as Column).length;
  for (let r = 0; r < rows; r++) {
    const is = actualClass(labels, r, scores.length === 1);
    checkClass('confusionTable', is, size, r);
    const line = counts[is] as number[];
    const said = predictedClass(scores, r, threshold);
    line[said] = (line[said] as number) + 1;
  }
  return { classes: names, counts, toString: () => tableText(names, counts) };
}

/** The names of a record of scores, one for each class, else numbers. */
function namesOf(predicted: Values, size: number): readonly string[] {
  const keys = Array.isArray(predicted) ? [] : Object.keys(predicted);
  return keys.length === size && !ArrayBuffer.isView(predicted)
    ? keys
    : Array.from({ length: size }, (_, k) => String(k));
}

function tableText(classes: readonly string[], counts: readonly (readonly number[])[]): string {
  const lines = [
    ['actual \\ predicted', ...classes],
    ...counts.map((line, k) => [classes[k] as string, ...line.map(String)]),
  ];
  const widths = lines[0]?.map((_, c) => Math.max(...lines.map((line) => (line[c] as string).length))) as number[];
  return lines
    .map((line) =>
      line
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c] as number) : cell.padStart(widths[c] as number)))
        .join('  '),
    )
    .join('\n');
}
