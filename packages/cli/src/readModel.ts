import { readFile } from 'node:fs/promises';
import { fromJSON, ModelFileError, type Outputs } from '@chainrule/core';
import { CommandError, exitCodes, fileTrouble } from './errors.ts';

/**
 * The outputs of a saved network.
 * @throws CommandError if the file cannot be read, or is no model.
 */
export async function readModel(file: string): Promise<Outputs> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandError(exitCodes.model, `${file}: ${fileTrouble(error)}.`);
  });
  try {
    return fromJSON(text);
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    throw new CommandError(exitCodes.model, `${file}: ${error.message}`, { cause: error });
  }
}

/** The same, read when it is first asked for: wrong options are told before. */
export function readOnce(file: string): () => Promise<Outputs> {
  let reading: Promise<Outputs> | undefined;
  return () => (reading ??= readModel(file));
}
