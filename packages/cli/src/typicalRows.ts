import { createReadStream } from 'node:fs';
import { type Data, lower, type Outputs } from '@chainrule/core';
import { inputRows } from './inputRows.ts';

/** So many are enough to choose test vectors from. */
const most = 10_000;

/**
 * The first rows of a table, for an artefact to check itself with.
 * @throws CommandError that names the row, column and value that are wrong.
 */
export async function typicalRows(outputs: Outputs, file: string): Promise<Data> {
  const program = lower(outputs);
  const rows: Record<string, number | Float64Array>[] = [];
  for await (const numbers of await inputRows(program, file, createReadStream(file))) {
    const entries = program.fields.map(
      ({ name, size, slot }) =>
        [name, size === undefined ? (numbers[slot] as number) : numbers.slice(slot, slot + size)] as const,
    );
    if (rows.push(Object.fromEntries(entries)) === most) break;
  }
  return rows as Data;
}
