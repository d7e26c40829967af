import { columnsOf } from '../data/columns.ts';
import type { Split } from '../data/split.ts';

/** A row that is trained on, as the library takes it. */
export function rowOf(data: Split, index: number): Record<string, number | number[]> {
  const at = Math.min(index, data.training.count - 1);
  return Object.fromEntries(
    Object.entries(columnsOf(data, data.training)).map(([name, column]) => {
      const value = column[at] as number | Float64Array;
      return [name, typeof value === 'number' ? value : [...value]];
    }),
  );
}
