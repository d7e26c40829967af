import { type Data, describe, lower, type Outputs, type Program, readData } from '@chainrule/core';
import { aboutLines } from '../about.ts';
import { checkSize, ExportError } from '../errors.ts';
import { boundedVectors } from '../sensitivity.ts';
import { outputPaths, slotNames } from '../structure.ts';
import { testVectors, type VectorOptions } from '../testVectors.ts';
import { type Cell, emptyCell, formulaCell, numberCell, textCell } from './cell.ts';
import { csvText } from './csv.ts';
import { fodsText } from './fods.ts';
import { type Grammar, openGrammar, plainGrammar, row } from './grammar.ts';
import { sheetOf } from './sheet.ts';

/** Options of `toSpreadsheet`. */
export interface SpreadsheetOptions {
  /** `'fods'` (default): a flat OpenDocument file, which LibreOffice opens. `'csv'`: comma-separated formulas, for all programs. */
  readonly format?: 'fods' | 'csv';
  /** Rows of inputs to put into the sheet. Default: one row of zeros. */
  readonly rows?: Data;
  /** The rows that it checks itself with. */
  readonly vectors?: VectorOptions;
}

const formats: Readonly<Record<'fods' | 'csv', readonly [Grammar, (rows: readonly (readonly Cell[])[]) => string]>> = {
  fods: [openGrammar, fodsText],
  csv: [plainGrammar, csvText],
};

/**
 * A network as a spreadsheet: a row of cells for each row of inputs, with the outputs beside them and a helper cell for each step.
 * Other inputs may be typed over these, and rows copied. An input without a number makes the outputs `#N/A`; a value that is not
 * finite is an error. The second cell of the line "largest error" is over the test vectors at the end of the sheet.
 * @throws ExportError for a name that no cell can hold, or a network that is too large; InputError if the rows lack an input.
 * @example writeFileSync('celsius.fods', toSpreadsheet({ celsius }, { rows: { fahrenheit: [32, 212] } }));
 */
export function toSpreadsheet(outputs: Outputs, { format = 'fods', rows, vectors }: SpreadsheetOptions = {}): string {
  if (!Object.hasOwn(formats, format))
    throw new ExportError(`toSpreadsheet: the format must be 'fods' or 'csv', not ${describe(format)}.`);
  const [grammar, print] = formats[format];
  const program = lower(outputs);
  const inputNames = slotNames(program).map(({ field: { name, size }, index }) =>
    size === undefined ? name : `${name}_${index}`,
  );
  const outputNames = outputPaths(outputs).map((path) => (path.length === 0 ? 'value' : path.join('_')));
  for (const name of [...inputNames, ...outputNames]) checkName(name, format);

  const all = testVectors(program, vectors, { extremes: [0, 1e4, -1e4, 1e308, -1e308] });
  const { tests, bound } = boundedVectors(program, all, { unit: 2 ** -51, bound: 1e-12 });
  const about = aboutLines(program, 'A network as a spreadsheet', bound, tests.rows.length);
  // after these lines: the check, the numbers, and the header
  const firstNumbers = about.length + 2;
  const sheet = sheetOf(program, grammar, firstNumbers);
  const width = program.slots + outputNames.length + sheet.helpers.length;
  checkSize(width + outputNames.length + Math.ceil(outputNames.length / perError), {
    target: 'toSpreadsheet',
    what: 'cells in a row',
    limit: 16_384,
    wayOut: 'Export fewer outputs at a time, or use toPython, toC or toJavaScript.',
  });
  const header = firstNumbers + sheet.numbers.length;
  const inputRows =
    rows === undefined ? [Float64Array.from({ length: program.slots }, () => 0)] : rowsOf(program, rows);
  const firstTest = header + 1 + inputRows.length;

  const formulas = [...sheet.outputs, ...sheet.helpers];
  const lineOf = (numbers: readonly Cell[], number: number): Cell[] => [
    ...numbers,
    ...formulas.map((text) => formulaCell(text.replaceAll(row, `${number}`))),
  ];
  const lines: (readonly Cell[])[] = about.map((line) => [textCell(line)]);
  const errors = width + outputNames.length;
  const errorCells = Math.ceil(outputNames.length / perError);
  lines.push(
    tests.rows.length === 0
      ? []
      : [
          textCell('largest error'),
          formulaCell(
            `MAX(${grammar.block([errors, errors + errorCells - 1], [firstTest, firstTest + tests.rows.length])})`,
          ),
          textCell('bound'),
          numberCell(bound),
        ],
  );
  lines.push(...sheet.numbers.map((list) => list.map(numberCell)));
  lines.push([
    ...[...inputNames, ...outputNames, ...sheet.helpers.map((_, i) => `step ${i + 1}`)].map(textCell),
    ...(tests.rows.length === 0
      ? []
      : [...outputNames.map((_, i) => `expected ${i + 1}`), ...new Array(errorCells).fill('error')].map(textCell)),
  ]);
  inputRows.forEach((list) => void lines.push(lineOf(Array.from(list, finiteCell), lines.length + 1)));
  tests.rows.forEach((list, t) => {
    const number = lines.length + 1;
    const expected = tests.values[t] as Float64Array;
    // the largest numbers stand for Infinity, and have a difference, but Infinity − Infinity is NaN
    const isExtreme = list.some((value) => Math.abs(value) > 1e300);
    const kinds = Array.from(expected, (value) => (Number.isFinite(value) ? 'number' : isExtreme ? 'any' : 'error'));
    lines.push([
      ...lineOf(Array.from(list, numberCell), number),
      ...Array.from(expected, finiteCell),
      ...errorsOf(grammar, program.slots, kinds, width, number),
    ]);
  });
  if (tests.rows.length > 0) {
    // without inputs, what depends on them is an error
    const number = lines.length + 1;
    const isNumber = sheet.outputs.map((text, i) => !text.includes(row) && Number.isFinite(tests.values[0]?.[i]));
    const expected = isNumber.map((constant, i) => (constant ? numberCell(tests.values[0]?.[i] as number) : emptyCell));
    const empty = Array.from({ length: program.slots }, () => emptyCell);
    lines.push([
      ...lineOf(empty, number),
      ...expected,
      ...errorsOf(
        grammar,
        program.slots,
        Array.from(isNumber, (constant) => (constant ? 'number' : 'error')),
        width,
        number,
      ),
    ]);
  }
  return print(lines);
}

/** An empty cell where there is no finite number. */
const finiteCell = (value: number): Cell => (Number.isFinite(value) ? numberCell(value) : emptyCell);

const rowsOf = (program: Program, rows: Data): Float64Array[] => {
  const { columns, count } = readData(program.fields, rows);
  return Array.from({ length: count }, (_, i) => Float64Array.from(columns, (column) => column[i] as number));
};

/** Outputs whose errors are in one cell: formulas have a longest length. */
const perError = 20;

/** The largest of |found − expected| / max(1, |expected|), for some outputs each; very large where only one is an error. */
function errorsOf(
  { cell, separator }: Grammar,
  slots: number,
  expected: readonly ('number' | 'error' | 'any')[],
  width: number,
  number: number,
): Cell[] {
  const errors = expected.map((kind, i) => {
    const [y, e] = [cell(slots + i), cell(width + i)];
    if (kind === 'any') return '0';
    if (kind === 'error') return `IF(ISERROR(${y})${separator}0${separator}1E300)`;
    return `IFERROR(ABS(${y}-${e})/MAX(1${separator}ABS(${e}))${separator}1E300)`;
  });
  return Array.from({ length: Math.ceil(errors.length / perError) }, (_, g) => {
    const some = errors.slice(perError * g, perError * (g + 1)).join(separator);
    return formulaCell(`MAX(${some})`.replaceAll(row, `${number}`));
  });
}

/** XML holds no control characters, and programs change carriage returns, and leave out tabs of CSV. */
function checkName(name: string, format: 'fods' | 'csv'): void {
  const isBad = (code: number): boolean =>
    (code < 32 && code !== 10 && (code !== 9 || format === 'csv')) ||
    (code >= 0xd800 && code < 0xe000) ||
    code === 0xfffe ||
    code === 0xffff;
  const found = Array.from(name, (sign) => sign.codePointAt(0) as number).find(isBad);
  if (found === undefined) return;
  throw new ExportError(
    `toSpreadsheet: no cell can hold the name ${JSON.stringify(name)}, as the character U+${found.toString(16).toUpperCase().padStart(4, '0')} is in it. Give the input or output another name.`,
  );
}
