import { describe, InputError } from './errors.ts';
import type { InputField } from './program.ts';
import { fieldNames, given, quoted, type RowLike, readRow, readValue } from './row.ts';

/** Many rows: a list of them, or one column per input (for a vector input, a list of arrays). */
export type Data<In extends string = string> =
  | readonly RowLike<In>[]
  | { readonly [K in In]: ArrayLike<number> | ArrayLike<ArrayLike<number>> };

/** Data as a machine reads it: one list of numbers per input slot. */
export interface Columns {
  readonly columns: readonly Float64Array[];
  readonly count: number;
}

/**
 * Reads rows or columns into one list of numbers per slot.
 * @throws InputError naming row, column and value, if something is missing, has another length, or is no number; with
 * `finite`, also if it is NaN or infinite.
 */
export function readData(
  fields: readonly InputField[],
  data: unknown,
  { finite = false }: { readonly finite?: boolean } = {},
): Columns {
  if (typeof data !== 'object' || data === null)
    throw new InputError(`Data must be an array of rows or a record of columns, not ${describe(data)}.`);
  const lists = Array.isArray(data) ? undefined : listsOf(fields, data as Record<string, unknown>);
  // a graph without inputs has as many values as there are rows, whatever is in them
  const { length: count = 0 } = (lists?.[0] ?? (lists ? Object.values(data)[0] : data) ?? {}) as { length?: number };
  const row = new Float64Array(fields.reduce((n, { size }) => n + (size ?? 1), 0));
  const columns = Array.from(row, () => new Float64Array(count));
  for (let r = 0; r < count; r++) {
    try {
      if (lists === undefined) readRow(fields, (data as unknown[])[r], row, finite);
      else for (let i = 0; i < lists.length; i++) readValue(fields[i] as InputField, lists[i]?.[r], row, finite);
    } catch (error) {
      throw new InputError(`Row ${r}: ${(error as Error).message}`, { cause: error });
    }
    for (let slot = 0; slot < row.length; slot++) (columns[slot] as Float64Array)[r] = row[slot] as number;
  }
  return { columns, count };
}

/** The columns of the fields, which must be of one length. */
function listsOf(fields: readonly InputField[], data: Readonly<Record<string, unknown>>): ArrayLike<unknown>[] {
  const lists: ArrayLike<unknown>[] = [];
  for (const field of fields) {
    if (!Object.hasOwn(data, field.name))
      throw new InputError(
        `Input ${quoted(field)} has no column. Given: ${given(data)}. Needed: ${fieldNames(fields)}.`,
      );
    const list = data[field.name] as ArrayLike<unknown> | null;
    if (typeof list !== 'object' || list?.length !== (list?.length as number) >>> 0)
      throw new InputError(`Column ${quoted(field)} is ${describe(list)}, expected an array with one entry per row.`);
    const { length } = lists[0] ?? (list as ArrayLike<unknown>);
    if (list?.length !== length)
      throw new InputError(
        `Column ${quoted(field)} has ${list?.length} rows, column ${quoted(fields[0] as InputField)} has ${length}. All columns must be of one length.`,
      );
    lists.push(list);
  }
  return lists;
}
