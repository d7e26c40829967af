import { readFileSync, writeFileSync } from 'node:fs';
import { lower } from '@chainrule/core';
import type { Net } from './nets/net.ts';

/** Writes the rows of a net, one after the other, as 64-bit floats; gives their number. */
export function writeRows(file: string, { columns }: Net): number {
  const count = columns[0]?.length ?? 1;
  const numbers = new Float64Array(count * columns.length);
  for (let row = 0; row < count; row++)
    columns.forEach((column, slot) => {
      numbers[row * columns.length + slot] = column[row] as number;
    });
  writeFileSync(file, new Uint8Array(numbers.buffer));
  return count;
}

/** Reads rows of results as lists, one per output. */
export function readResults(file: string, { outputs, columns }: Net): Float64Array[] {
  const { length } = lower(outputs).outputs;
  const bytes = readFileSync(file);
  const numbers = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const count = columns[0]?.length ?? 1;
  return Array.from({ length }, (_, i) =>
    Float64Array.from({ length: count }, (_, row) => numbers[row * length + i] as number),
  );
}
