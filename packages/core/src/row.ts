import { describe, InputError, someOf } from './errors.ts';
import type { InputField } from './program.ts';

/** What a row gives one input: a number, or an array for a vector input. */
export type Value = number | ArrayLike<number>;

/** A value for each input, by name. */
export type Row<In extends string = string> = string extends In
  ? Readonly<Record<string, Value>>
  : { readonly [K in In]: Value };

/** A row by name, or by position in order of creation of the inputs. */
export type RowLike<In extends string = string> = ArrayLike<Value> | Row<In>;

/** The argument list of a function of a row: a graph without inputs needs none. */
export type RowArguments<In extends string> = [In] extends [never] ? [row?: RowLike<In>] : [row: RowLike<In>];

/**
 * Writes one row into slots.
 * @throws InputError if an input has no value, a value is no number, or a vector has another length.
 */
export function readRow(fields: readonly InputField[], row: unknown, slots: Float64Array): void {
  const get = access(fields, row);
  fields.forEach((field, i) => readValue(field, get(field, i), slots));
}

/** How to find a field's value in a row by name or by position. */
function access(fields: readonly InputField[], row: unknown): (field: InputField, i: number) => unknown {
  if (row === undefined && fields.length === 0) return () => undefined;
  if (isList(row)) {
    if (row.length !== fields.length)
      throw new InputError(
        `A row by position needs ${fields.length} value${fields.length === 1 ? '' : 's'} (${fieldNames(fields)}), got ${row.length}.`,
      );
    return (_, i) => row[i];
  }
  if (typeof row !== 'object' || row === null)
    throw new InputError(`A row must be a record or an array, not ${describe(row)}. Needed: ${fieldNames(fields)}.`);
  return (field) => {
    if (!Object.hasOwn(row, field.name))
      throw new InputError(
        `Input ${quoted(field)} has no value. Given: ${someOf(Object.keys(row)) || 'nothing'}. Pass { ${quoted(field)}: ${blank(field)} }.`,
      );
    return (row as Record<string, unknown>)[field.name];
  };
}

const isList = (row: unknown): row is ArrayLike<unknown> => Array.isArray(row) || ArrayBuffer.isView(row);

/** An input's name as messages show it. */
export const quoted = ({ name }: InputField): string => JSON.stringify(name);

/** Where a value belongs in an example. */
const blank = ({ size }: InputField): string => (size === undefined ? '…' : '[…]');

function readValue(field: InputField, value: unknown, slots: Float64Array): void {
  const { size, slot } = field;
  const list = size === undefined ? [value] : (value as ArrayLike<unknown> | null);
  if (size !== undefined && (typeof value !== 'object' || list?.length !== size))
    throw new InputError(`Input ${quoted(field)} is ${describe(value)}, expected an array of ${size} numbers.`);
  for (let i = 0; i < (size ?? 1); i++) {
    const element = list?.[i];
    if (typeof element !== 'number')
      throw new InputError(
        `Input ${quoted(field)}${size === undefined ? '' : `, element ${i},`} is ${describe(element)}, expected a number.${cure(element)}`,
      );
    slots[slot + i] = element;
  }
}

/** What to do about a value of the wrong type. */
export function cure(value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return ' Convert text with Number(…).';
  if (typeof value === 'boolean') return ' Use 1 for true and 0 for false.';
  if (value == null) return ' Leave the row out or fill the gap.';
  return '';
}

export const fieldNames = (fields: readonly InputField[]): string =>
  someOf(fields.map(({ name, size }) => (size === undefined ? name : `${name}[${size}]`)));
