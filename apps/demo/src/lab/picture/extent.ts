import type { Split } from '../data/split.ts';
import type { Range } from './grid.ts';

/** The range of a column of the data, with a margin around it. */
export function extent({ training, test }: Split, of: number | 'target', margin = 0.08): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { inputs, target } of [training, test])
    for (const value of of === 'target' ? target : (inputs[of] as Float64Array)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  const room = (high - low) * margin || 1;
  return [low - room, high + room];
}
