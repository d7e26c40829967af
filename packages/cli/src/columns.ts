import type { InputField, Outputs, Program } from '@chainrule/core';
import { outputPaths } from '@chainrule/export';
import type { CsvRow } from './csv/readCsv.ts';
import { dataError } from './errors.ts';

/** What the column of an input is called: its name, with a place for a vector: `pixel[3]`. */
const columnNames = ({ name, size }: InputField): readonly string[] =>
  size === undefined ? [name] : Array.from({ length: size }, (_, i) => `${name}[${i}]`);

/** What the column of each output is called: `celsius`, `hand[0]`, `arm.hand[0]`; `output` for one without a name. */
export const outputNames = (outputs: Outputs): readonly string[] =>
  outputPaths(outputs).map((path) => {
    const [first, ...rest] = path;
    const head = first === undefined ? 'output' : typeof first === 'number' ? `output[${first}]` : first;
    return head + rest.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  });

/**
 * For each number of a network's row, which cell of a row has it. Columns that are no inputs are let be.
 * @throws CommandError if an input has no column, or two.
 */
export function placesOf({ fields }: Program, { cells }: CsvRow): readonly number[] {
  const wanted = fields.flatMap(columnNames);
  const places = wanted.map((name) => cells.indexOf(name));
  const missing = wanted.filter((_, i) => places[i] === -1);
  if (missing.length > 0) {
    const separator = [';', '\t', '|'].find((sign) => cells.length === 1 && cells[0]?.includes(sign));
    const hint =
      separator === undefined
        ? 'The first line must hold the names of the inputs.'
        : `The table seems to be separated by ${JSON.stringify(separator)}: separate it by commas.`;
    throw dataError(
      `No column is called ${someOf(missing)}. The columns are ${someOf(cells)}; the inputs are ${someOf(wanted)}. ${hint}`,
    );
  }
  const doubled = wanted.find((name) => cells.indexOf(name) !== cells.lastIndexOf(name));
  if (doubled !== undefined) throw dataError(`Two columns are called ${quoted(doubled)}. Take one of them out.`);
  return places;
}

const decimal = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
const special: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

/**
 * The number in a cell.
 * @throws CommandError that names row, column and value, if there is none.
 */
export function numberAt({ cells, line }: CsvRow, place: number, header: CsvRow, row: number): number {
  const text = cells[place] as string;
  if (decimal.test(text)) return Number(text);
  const value = special[text];
  if (value !== undefined) return value;
  const what = text.trim() === '' ? 'is empty' : `is ${quoted(text)}, which is no number`;
  const hint = /^\s*[+-]?\d+,\d+\s*$/.test(text) ? ' Write the decimal point as ".".' : '';
  throw dataError(
    `Row ${row} (line ${line}), column ${quoted(header.cells[place] as string)} ${what}.${hint || ' Correct it, or take the row out.'}`,
  );
}

/** Names for a message: the first few, each short. */
const someOf = (names: readonly string[]): string =>
  names.slice(0, 8).map(quoted).join(', ') + (names.length > 8 ? `, … (${names.length} in all)` : '');

const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
