import { describe, InputError, someOf } from './errors.ts';
import type { InputField } from './program.ts';
import { cure, fieldNames, quoted, type RowLike, readRow } from './row.ts';

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
  const lists = fields.map((field) => {
    if (!Object.hasOwn(data, field.name))
      throw new InputError(
        `Input ${quoted(field)} has no column. Given: ${someOf(Object.keys(data)) || 'nothing'}. Needed: ${fieldNames(fields)}.`,
      );
    const list = data[field.name];
    if (typeof list !== 'object' || list === null || !isLength((list as ArrayLike<unknown>).length))
      throw new InputError(`Column ${quoted(field)} is ${describe(list)}, expected an array with one entry per row.`);
    return list as ArrayLike<unknown>;
  });
  // a graph without inputs has as many values as there are rows, whatever is in them
  const count = (lists[0] ?? (Object.values(data)[0] as ArrayLike<unknown> | undefined))?.length ?? 0;
  lists.forEach((list, i) => {
    if (list.length !== count)
      throw new InputError(
        `Column ${quoted(fields[i] as InputField)} has ${list.length} rows, column ${quoted(fields[0] as InputField)} has ${count}. All columns must be of one length.`,
      );
  });
  const columns = Array.from({ length: slotCount(fields) }, () => new Float64Array(count));
  fields.forEach((field, i) => readColumn(field, lists[i] as ArrayLike<unknown>, columns));
  return { columns, count };
}

const isLength = (length: unknown): boolean => Number.isSafeInteger(length) && (length as number) >= 0;

function readColumn(field: InputField, list: ArrayLike<unknown>, columns: readonly Float64Array[]): void {
  const { size, slot } = field;
  const put = (value: unknown, r: number, i: number): void => {
    if (typeof value !== 'number')
      throw new InputError(`${cell(field, r, i)}: ${describe(value)}, expected a number.${cure(value)}`);
    (columns[slot + i] as Float64Array)[r] = value;
  };
  for (let r = 0; r < list.length; r++) {
    const value = list[r];
    if (size === undefined) {
      put(value, r, 0);
      continue;
    }
    const elements = value as ArrayLike<unknown>;
    if (typeof value !== 'object' || value === null || elements.length !== size)
      throw new InputError(
        `Column ${quoted(field)}, row ${r}: ${describe(value)}, expected an array of ${size} numbers.`,
      );
    for (let i = 0; i < size; i++) put(elements[i], r, i);
  }
}

function requireFinite(fields: readonly InputField[], { columns, count }: Columns): void {
  for (const field of fields)
    for (let i = 0; i < (field.size ?? 1); i++) {
      const column = columns[field.slot + i] as Float64Array;
      for (let r = 0; r < count; r++)
        if (!Number.isFinite(column[r]))
          throw new InputError(
            `${cell(field, r, i)}: ${column[r]}, expected a finite number. Leave the row out or fill the gap.`,
          );
    }
}

/** Where a value is, for a message. */
const cell = (field: InputField, row: number, element: number): string =>
  `Column ${quoted(field)}, row ${row}${field.size === undefined ? '' : `, element ${element}`}`;

const slotCount = (fields: readonly InputField[]): number => fields.reduce((n, { size }) => n + (size ?? 1), 0);
