import type { DataSet } from './labData.ts';

const most = 64;

/**
 * A few rows of a data set as text, for a tiny drawing. Images: the digits, base 17, of the first that is not a 0. Others: for each
 * point five digits, two for x, two for y (upwards) and one for the class, of the two features that tell most, or of the one and the target.
 */
export function sketchOf({ task, vector, inputs, target, count }: Omit<DataSet, 'targetName'>): string {
  if (vector !== undefined) {
    const row = target.findIndex((label) => label > 0);
    return inputs.map((column) => Math.round((column[row] as number) * 16).toString(17)).join('');
  }
  const columns = task === 'regression' ? [inputs[0], target] : inputs.slice(-2);
  const [xs, ys] = (columns as Float64Array[]).map(hundredths) as [number[], number[]];
  const shown = Math.min(most, count);
  return Array.from({ length: shown }, (_, i) => {
    const row = Math.floor((i * count) / shown);
    const label = task === 'regression' ? 1 : (target[row] as number);
    return `${twoDigits(xs[row] as number)}${twoDigits(ys[row] as number)}${label}`;
  }).join('');
}

function hundredths(column: Float64Array): number[] {
  const [low, high] = [Math.min(...column), Math.max(...column)];
  return Array.from(column, (value) => Math.round((99 * (value - low)) / (high - low)));
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
