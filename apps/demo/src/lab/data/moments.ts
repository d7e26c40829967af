import type { Table } from './labData.ts';

/** Mean and standard deviation of each input; 1 in place of the deviation of one that never varies. */
export function moments({ inputs, count }: Table): { mean: number[]; deviation: number[] } {
  const average = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / count;
  const mean = inputs.map(average);
  const deviation = inputs.map(
    (column, i) => Math.sqrt(average(column.map((x) => (x - (mean[i] as number)) ** 2))) || 1,
  );
  return { mean, deviation };
}
