import type { DataSet } from '../labData.ts';
import type { Choices } from './choices.ts';
import { columnProblem, columnsProblems } from './columnProblems.ts';
import { describeColumns } from './describeColumns.ts';
import { type Decimal, decimalOf, isMissing, readNumber } from './numbers.ts';
import { quote } from './quote.ts';
import { type Row, readCells } from './readCells.ts';
import { refuse } from './refuse.ts';
import { inputsOf, type Use, usesOf } from './uses.ts';

/**
 * A table as a data set, as it was chosen to be read.
 * @throws LabError naming row, column and value of what cannot be used.
 */
export function readTable(csv: string, choices: Choices): DataSet {
  const cells = readCells(csv);
  const uses = usesOf(describeColumns(cells), choices);
  const numbers = uses.filter(({ isNumber }) => isNumber);
  const decimal = decimalOf(
    cells.rows.flatMap((row) => numbers.map(({ at }) => row.cells[at] as string)),
    cells.delimiter,
  );
  const rows = choices.incomplete === 'leaveOut' ? completeRows(cells.rows, uses) : cells.rows;
  const columns = uses.map((use) => columnProblem(use) ?? readColumn(use, rows, decimal));
  refuse([...columnsProblems(uses), ...problemsOf(columns)]);
  return dataSet(uses, columns as Float64Array[]);
}

/** The rows with a value in every column that is used. */
function completeRows(rows: readonly Row[], uses: readonly Use[]): readonly Row[] {
  const complete = rows.filter(({ cells }) => uses.every(({ at }) => !isMissing(cells[at] as string)));
  if (complete.length < 2)
    refuse([
      `Only ${complete.length} of ${rows.length} rows have a value in every column. Ignore the columns that have gaps.`,
    ]);
  return complete;
}

/** What is wrong with a cell. */
interface CellProblem {
  readonly place: number;
  readonly message: string;
}

/** The numbers of a column, those of its words, or what is wrong with its cells. */
function readColumn(
  { at, column, isNumber }: Use,
  rows: readonly Row[],
  decimal: Decimal,
): Float64Array | CellProblem[] {
  const places = new Map(column.values.map((value, i) => [value, i]));
  const problems: CellProblem[] = [];
  const numbers = Float64Array.from(rows, ({ place, cells }) => {
    const cell = cells[at] as string;
    const value = isMissing(cell) ? gap(cell) : isNumber ? readNumber(cell, decimal) : (places.get(cell) as number);
    if (typeof value === 'number') return value;
    const shown = cell === '' ? '' : `: ${quote(cell)}`;
    problems.push({ place, message: `Row ${place}, column ${quote(column.name)}${shown} ${value}` });
    return 0;
  });
  return problems.length > 0 ? problems : numbers;
}

const gap = (cell: string): string =>
  `is ${cell === '' ? 'empty' : 'no value'}. Fill it in, or leave out rows with missing values.`;

/** What is wrong with columns as a whole, then with cells from the first row on. */
function problemsOf(columns: readonly (string | Float64Array | CellProblem[])[]): string[] {
  const whole = columns.filter((column) => typeof column === 'string');
  const cells = columns.flatMap((column) => (Array.isArray(column) ? column : []));
  return [...whole, ...cells.sort((a, b) => a.place - b.place).map(({ message }) => message)];
}

/** Columns as a data set; each word of an encoded one becomes an input. */
function dataSet(uses: readonly Use[], columns: readonly Float64Array[]): DataSet {
  const targetAt = uses.findIndex(({ role }) => role === 'target');
  const { column, isNumber } = uses[targetAt] as Use;
  const target = columns[targetAt] as Float64Array;
  const classes = isNumber ? [] : column.values;
  return {
    task: isNumber ? 'regression' : classes.length === 2 ? 'binary' : 'classes',
    features: uses.flatMap(inputsOf),
    targetName: column.name,
    classes,
    count: target.length,
    inputs: uses.flatMap(({ role, column: { values } }, k) => {
      const numbers = columns[k] as Float64Array;
      if (role === 'target') return [];
      if (role === 'input') return [numbers];
      return values.map((_, word) => numbers.map((value) => (value === word ? 1 : 0)));
    }),
    target,
  };
}
