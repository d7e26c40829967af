import { randomGenerator, shuffle } from '@chainrule/core';
import type { DataSet, Table } from './labData.ts';

/** A data set in two parts: what is trained on, and what is kept away from training. */
export interface Split extends Omit<DataSet, keyof Table> {
  readonly training: Table;
  readonly test: Table;
}

/** Sets a share of the rows aside, at random; at least one row is trained on. */
export function split({ count, inputs, target, ...about }: DataSet, share: number, seed: number): Split {
  const order = shuffle(
    randomGenerator(seed),
    Int32Array.from({ length: count }, (_, i) => i),
  );
  const aside = Math.min(Math.round(count * share), count - 1);
  const part = (rows: Int32Array): Table => ({
    count: rows.length,
    inputs: inputs.map((column) => taken(column, rows)),
    target: taken(target, rows),
  });
  return { ...about, test: part(order.subarray(0, aside).sort()), training: part(order.subarray(aside).sort()) };
}

function taken(column: Float64Array, rows: Int32Array): Float64Array {
  const list = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) list[i] = column[rows[i] as number] as number;
  return list;
}
