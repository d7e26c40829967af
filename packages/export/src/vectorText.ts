import type { TestVectors } from './testVectors.ts';

/** Test vectors for printing: rows that hold one number throughout are told by that number. The others come first. */
export interface PrintedVectors {
  readonly rows: readonly Float64Array[];
  readonly fills: readonly number[];
  /** The values of the rows, then those of the fills. */
  readonly values: readonly Float64Array[];
}

export function printedVectors({ rows, values }: Pick<TestVectors, 'rows' | 'values'>): PrintedVectors {
  const isFill = (row: Float64Array): boolean => row.every((value) => Object.is(value, row[0])) && row.length > 1;
  const order = [...rows.keys()].sort((a, b) => Number(isFill(rows[a]!)) - Number(isFill(rows[b]!)));
  const sorted = order.map((t) => rows[t] as Float64Array);
  return {
    rows: sorted.filter((row) => !isFill(row)),
    fills: sorted.filter(isFill).map((row) => row[0] as number),
    values: order.map((t) => values[t] as Float64Array),
  };
}
