import { InputError, type InputField, readData } from '@chainrule/core';
import { TrainingError } from './errors.ts';

/** Data as numbers, one list per slot of the fields it was read for. */
export interface Dataset {
  readonly fields: readonly InputField[];
  readonly columns: readonly Float64Array[];
  readonly count: number;
}

/**
 * Reads and checks all data before anything is trained on it.
 * @throws InputError naming row, column and value if something is missing, has another length, is no number or not finite.
 * @throws TrainingError if there is no row.
 */
export function dataset(what: string, fields: readonly InputField[], data: unknown): Dataset {
  const { columns, count } = read(what, fields, data);
  if (fields.length === 0) return { fields, columns, count: Array.isArray(data) ? Math.max(data.length, 1) : 1 };
  if (count === 0) throw new TrainingError(`${what} has no rows. Give at least one.`);
  return { fields, columns, count };
}

function read(what: string, fields: readonly InputField[], data: unknown): ReturnType<typeof readData> {
  try {
    return readData(fields, data, { finite: true });
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${what}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** The columns that a program with fewer fields reads. */
export function columnsFor(fields: readonly InputField[], { fields: given, columns }: Dataset): Float64Array[] {
  return fields.flatMap(({ name, size }) => {
    const from = given.find((field) => field.name === name) as InputField;
    return columns.slice(from.slot, from.slot + (size ?? 1));
  });
}

/** The rows 0 … count − 1. */
export const allRows = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i);
