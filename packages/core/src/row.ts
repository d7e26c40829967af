import { describe, InputError } from './errors.ts';
import type { InputField } from './program.ts';

/** What a row gives one input: a number, or an array for a vector input. */
export type Value = number | ArrayLike<number>;

/** A value for each input, by name. */
export type Row<In extends string = string> = string extends In
  ? Readonly<Record<string, Value>>
  : { readonly [K in In]: Value };

/** A row by name, or by position in order of creation of the inputs. */
export type RowLike<In extends string = string> = Row<In> | readonly Value[];

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
  if (Array.isArray(row)) {
    if (row.length !== fields.length)
      throw new InputError(
        `A row by position needs ${fields.length} value${fields.length === 1 ? '' : 's'} (${fieldNames(fields)}), got ${row.length}.`,
      );
    return (_, i) => row[i];
  }
  if (typeof row !== 'object' || row === null)
    throw new InputError(
      `A row must be a record or an array, not ${describe(row)}. Pass { ${fields[0] ? `${JSON.stringify(fields[0].name)}: … ` : ''}}.`,
    );
  return ({ name }) => {
    if (!Object.hasOwn(row, name))
      throw new InputError(
        `Input "${name}" has no value. Given: ${Object.keys(row).join(', ') || 'nothing'}. Pass { ${JSON.stringify(name)}: … }.`,
      );
    return (row as Record<string, unknown>)[name];
  };
}

function readValue({ name, size, slot }: InputField, value: unknown, slots: Float64Array): void {
  if (size === undefined) {
    if (typeof value !== 'number')
      throw new InputError(`Input "${name}" is ${describe(value)}, expected a number.${cure(value)}`);
    slots[slot] = value;
    return;
  }
  const list = value as ArrayLike<unknown>;
  if (typeof value !== 'object' || value === null || list.length !== size)
    throw new InputError(`Input "${name}" is ${describe(value)}, expected an array of ${size} numbers.`);
  for (let i = 0; i < size; i++) {
    const element = list[i];
    if (typeof element !== 'number')
      throw new InputError(
        `Input "${name}", element ${i}, is ${describe(element)}, expected a number.${cure(element)}`,
      );
    slots[slot + i] = element;
  }
}

/** What to do about a value of the wrong type. */
export function cure(value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return ' Convert text with Number(…).';
  if (typeof value === 'boolean') return ' Use 1 for true and 0 for false.';
  return '';
}

export const fieldNames = (fields: readonly InputField[]): string =>
  fields.map(({ name, size }) => (size === undefined ? name : `${name}[${size}]`)).join(', ');
