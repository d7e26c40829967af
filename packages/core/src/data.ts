import { describe, InputError } from './errors.ts';
import type { InputField } from './program.ts';
import { cure, fieldNames, type RowLike, readRow } from './row.ts';

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
  const read = Array.isArray(data) ? fromRows(fields, data) : fromColumns(fields, data as Record<string, unknown>);
  if (finite) requireFinite(fields, read);
  return read;
}

function fromRows(fields: readonly InputField[], rows: readonly unknown[]): Columns {
  const row = new Float64Array(slotCount(fields));
  const columns = Array.from(row, () => new Float64Array(rows.length));
  for (let r = 0; r < rows.length; r++) {
    try {
      readRow(fields, rows[r], row);
    } catch (error) {
      throw new InputError(`Row ${r}: ${(error as Error).message}`, { cause: error });
    }
    for (let slot = 0; slot < columns.length; slot++) (columns[slot] as Float64Array)[r] = row[slot] as number;
  }
  return { columns, count: rows.length };
}

function fromColumns(fields: readonly InputField[], data: Readonly<Record<string, unknown>>): Columns {
  const lists = fields.map(({ name }) => {
    if (!Object.hasOwn(data, name))
      throw new InputError(
        `Input "${name}" has no column. Given: ${Object.keys(data).join(', ') || 'nothing'}. Needed: ${fieldNames(fields)}.`,
      );
    const list = data[name];
    if (typeof list !== 'object' || list === null || !('length' in list))
      throw new InputError(`Column "${name}" is ${describe(list)}, expected an array with one entry per row.`);
    return list as ArrayLike<unknown>;
  });
  const count = lists[0]?.length ?? 0;
  lists.forEach((list, i) => {
    if (list.length !== count)
      throw new InputError(
        `Column "${fields[i]?.name}" has ${list.length} rows, column "${fields[0]?.name}" has ${count}. All columns must be of one length.`,
      );
  });
  const columns = Array.from({ length: slotCount(fields) }, () => new Float64Array(count));
  fields.forEach((field, i) => readColumn(field, lists[i] as ArrayLike<unknown>, columns));
  return { columns, count };
}

function readColumn(
  { name, size, slot }: InputField,
  list: ArrayLike<unknown>,
  columns: readonly Float64Array[],
): void {
  const put = (value: unknown, r: number, at: number, place: string): void => {
    if (typeof value !== 'number')
      throw new InputError(`Column "${name}", row ${r}${place}: ${describe(value)}, expected a number.${cure(value)}`);
    (columns[at] as Float64Array)[r] = value;
  };
  for (let r = 0; r < list.length; r++) {
    const value = list[r];
    if (size === undefined) {
      put(value, r, slot, '');
      continue;
    }
    const elements = value as ArrayLike<unknown>;
    if (typeof value !== 'object' || value === null || elements.length !== size)
      throw new InputError(`Column "${name}", row ${r}: ${describe(value)}, expected an array of ${size} numbers.`);
    for (let i = 0; i < size; i++) put(elements[i], r, slot + i, `, element ${i}`);
  }
}

function requireFinite(fields: readonly InputField[], { columns, count }: Columns): void {
  for (const { name, size, slot } of fields)
    for (let i = 0; i < (size ?? 1); i++) {
      const column = columns[slot + i] as Float64Array;
      for (let r = 0; r < count; r++)
        if (!Number.isFinite(column[r]))
          throw new InputError(
            `Column "${name}", row ${r}${size === undefined ? '' : `, element ${i}`}: ${column[r]}, expected a finite number. Leave the row out or fill the gap first.`,
          );
    }
}

const slotCount = (fields: readonly InputField[]): number => fields.reduce((n, { size }) => n + (size ?? 1), 0);
