/** Mean and standard deviation of each named column. */
export function moments<K extends string>(
  rows: readonly Readonly<Record<K, number>>[],
  names: readonly K[],
): { mean: number[]; deviation: number[] } {
  const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const mean = names.map((name) => average(rows.map((row) => row[name])));
  const deviation = names.map((name, i) =>
    Math.sqrt(average(rows.map((row) => (row[name] - (mean[i] as number)) ** 2))),
  );
  return { mean, deviation };
}
