import type { Outputs } from '@chainrule/core';
import type { OptionHelp, Options } from './command.ts';
import { usageError } from './errors.ts';
import { optionsOf } from './settings.ts';
import type { Target } from './targets.ts';
import { typicalRows } from './typicalRows.ts';

/** The option of all targets that carry test vectors. */
export const rowsHelp: OptionHelp = {
  value: 'rows.csv',
  about: 'typical rows, which code checks itself with (by default numbers from -3 to 8)',
};

/**
 * What a command line says about a target's options, as those of its function.
 * @throws CommandError if the target has no such option, or if the rows are wrong.
 */
export async function exportOptions(
  { name, settings }: Target,
  { rows, ...options }: Options,
  outputs: () => Promise<Outputs>,
): Promise<object> {
  const read: { readonly vectors?: object } = optionsOf(settings, options, name);
  if (rows === undefined) return read;
  if (settings['vectors'] === undefined) throw usageError(`${name} has no option --rows: it carries no test vectors.`);
  return { ...read, vectors: { ...read.vectors, rows: await typicalRows(await outputs(), rows) } };
}
