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
 * @throws InputError if an input has no value, a value is no number (or, with `finite`, NaN or infinite), or a vector has
 * another length.
 */
export function readRow(fields: readonly InputField[], row: unknown, slots: Float64Array, finite = false): void {
  if (row === undefined && fields.length === 0) return;
  const isList = Array.isArray(row) || ArrayBuffer.isView(row);
  if (typeof row !== 'object' || row === null)
    throw new InputError(`A row must be a record or an array, not ${describe(row)}. Needed: ${fieldNames(fields)}.`);
  const values = row as Readonly<Record<string, unknown>>;
  if (isList && values.length !== fields.length)
    throw new InputError(
      `A row by position needs ${fields.length} value${fields.length === 1 ? '' : 's'} (${fieldNames(fields)}), got ${values.length}.`,
    );
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as InputField;
    if (!isList && !Object.hasOwn(values, field.name))
      throw new InputError(
        `Input ${quoted(field)} has no value. Given: ${given(values)}. Pass { ${quoted(field)}: ${field.size === undefined ? '…' : '[…]'} }.`,
      );
    readValue(field, values[isList ? i : field.name], slots, finite);
  }
}

/**
 * Writes the value of one input into its slots.
 * @throws InputError if it is no number, or with `finite` NaN or infinite, or a vector of another length.
 */
export function readValue(field: InputField, value: unknown, slots: Float64Array, finite: boolean): void {
  const { size, slot } = field;
  const list = value as ArrayLike<unknown> | null;
  if (size === undefined) {
    if (!isNumber(value, finite)) throw wrong(quoted(field), value);
    slots[slot] = value;
  } else if (typeof value !== 'object' || list?.length !== size)
    throw new InputError(`Input ${quoted(field)} is ${describe(value)}, expected an array of ${size} numbers.`);
  else if (list instanceof Float64Array && !finite) slots.set(list, slot);
  else
    for (let i = 0; i < size; i++) {
      const element = list[i];
      if (!isNumber(element, finite)) throw wrong(`${quoted(field)}, element ${i},`, element);
      slots[slot + i] = element;
    }
}

const isNumber = (value: unknown, finite: boolean): value is number =>
  finite ? Number.isFinite(value) : typeof value === 'number';

const wrong = (which: string, value: unknown): InputError => {
  const expected = typeof value === 'number' ? 'a finite number' : 'a number';
  return new InputError(`Input ${which} is ${describe(value)}, expected ${expected}.${cure(value)}`);
};

/** An input's name as messages show it. */
export const quoted = ({ name }: InputField): string => JSON.stringify(name);

/** What a record has, for a message. */
export const given = (record: object): string => someOf(Object.keys(record)) || 'nothing';

/** What to do about a value that is wrong. */
function cure(value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return ' Convert text with Number(…).';
  if (typeof value === 'boolean') return ' Use 1 for true and 0 for false.';
  if (value == null || typeof value === 'number') return ' Leave the row out or fill the gap.';
  return '';
}

export const fieldNames = (fields: readonly InputField[]): string =>
  someOf(fields.map(({ name, size }) => (size === undefined ? name : `${name}[${size}]`)));
