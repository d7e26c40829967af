import type { Program } from '@chainrule/core';
import { numberAt, placesOf } from './columns.ts';
import { readCsv } from './csv/readCsv.ts';
import { CommandError, dataError, fileTrouble } from './errors.ts';

/**
 * Reads the first line of a table, and gives its rows as they arrive: a number for each slot of a network's row, in a list that is
 * used again for the next.
 * @throws CommandError that names the table, and the row, column and value that are wrong.
 */
export async function inputRows(
  program: Program,
  name: string,
  chunks: AsyncIterable<Uint8Array | string>,
): Promise<AsyncGenerator<Float64Array>> {
  const rows = readCsv(chunks);
  const { value: header, done } = await named(name, () => rows.next());
  if (done === true || header === undefined)
    throw dataError(`${name}: the table is empty. The first line must hold the names of the inputs.`);
  const places = await named(name, async () => placesOf(program, header));

  return (async function* () {
    const numbers = new Float64Array(places.length);
    for (let count = 1; ; count++) {
      const { value: row, done: isDone } = await named(name, () => rows.next());
      if (isDone === true) return;
      await named(name, async () => {
        if (row.cells.length !== header.cells.length)
          throw dataError(
            `Row ${count} (line ${row.line}) has ${row.cells.length} cells, the first line has ${header.cells.length}.`,
          );
        for (let slot = 0; slot < places.length; slot++)
          numbers[slot] = numberAt(row, places[slot] as number, header, count);
      });
      yield numbers;
    }
  })();
}

/** Puts the name of the table before an error about it. */
async function named<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CommandError) throw new CommandError(error.exitCode, `${name}: ${error.message}`);
    if (typeof (error as NodeJS.ErrnoException).syscall !== 'string') throw error;
    throw dataError(`${name}: ${fileTrouble(error)}.`);
  }
}
