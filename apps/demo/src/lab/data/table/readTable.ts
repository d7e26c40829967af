import type { DataSet } from '../labData.ts';
import { type Choices, predictOf, type Role, roleOf, targetOf } from './choices.ts';
import { type Column, describeColumns } from './describeColumns.ts';
import { decimalOf, isMissing, readNumber } from './numbers.ts';
import { quote } from './quote.ts';
import { type Cells, type Row, readCells } from './readCells.ts';
import { refuse } from './refuse.ts';

/** As many rows as the Lab trains on. */
const mostRows = 5000;
const mostInputs = 500;
const mostClasses = 100;
const mostWords = 50;

interface Use {
  readonly at: number;
  readonly column: Column;
  readonly role: Exclude<Role, 'ignored'>;
  /** Whether the cells are read as numbers. */
  readonly isNumber: boolean;
}

/**
 * A table as a data set, as it was chosen to be read.
 * @throws LabError naming row, column and value of what cannot be used.
 */
export function readTable(csv: string, choices: Choices): DataSet {
  const cells = readCells(csv);
  const columns = describeColumns(cells);
  const uses = usesOf(cells, columns, choices);
  refuse(columnProblems(uses, cells.rows.length));
  const numbers = uses.filter(({ isNumber }) => isNumber);
  const decimal = decimalOf(
    cells.rows.flatMap((row) => numbers.map(({ at }) => row.cells[at] as string)),
    cells.delimiter,
  );
  const rows = completeRows(cells, uses, choices);
  const problems: string[] = [];
  const values = rows.map((row) =>
    uses.map(({ at, column, isNumber }) => {
      const cell = row.cells[at] as string;
      const where = `Row ${row.place}, column ${quote(column.name)}`;
      if (isMissing(cell)) {
        problems.push(
          `${where}${cell === '' ? ' is empty' : `: ${quote(cell)} is no value`}. Fill it in, or leave out rows with missing values.`,
        );
        return 0;
      }
      if (!isNumber) return column.values.indexOf(cell);
      const value = readNumber(cell, decimal);
      if (typeof value === 'number') return value;
      problems.push(`${where}: ${quote(cell)} ${value}`);
      return 0;
    }),
  );
  refuse(problems);
  return dataSet(uses, values);
}

function usesOf({ heading }: Cells, columns: readonly Column[], choices: Choices): readonly Use[] {
  const target = targetOf(choices, heading);
  const unknown = [target, ...(choices.ignored ?? []), ...(choices.encoded ?? [])].filter(
    (name) => !heading.includes(name),
  );
  refuse(unknown.map((name) => `There is no column ${quote(name)}. There are: ${heading.map(quote).join(', ')}.`));
  return columns.flatMap((column, at) => {
    const role = roleOf(column.name, choices, heading);
    if (role === 'ignored') return [];
    const isNumber = role === 'target' ? predictOf(choices, column) === 'number' : role === 'input';
    return [{ at, column, role, isNumber }];
  });
}

function columnProblems(uses: readonly Use[], rows: number): string[] {
  const problems: string[] = [];
  if (rows < 2) problems.push(`The table has ${rows === 0 ? 'no rows' : '1 row'} under its heading. Give at least 2.`);
  if (rows > mostRows)
    problems.push(`The table has ${rows} rows, the Lab trains on ${mostRows}. Remove ${rows - mostRows} of them.`);
  if (uses.length < 2) problems.push('All columns but one are ignored. Use at least one as input.');
  const names = uses.flatMap(({ role, column: { name, values } }) =>
    role === 'encoded' ? values.map((word) => `${name}=${word}`) : [name],
  );
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) problems.push(`Two inputs would be called ${quote(twice)}. Rename a column.`);
  if (rows >= 2) for (const use of uses) problems.push(...columnProblem(use));
  const inputs = uses.reduce(
    (sum, { role, column }) => sum + (role === 'input' ? 1 : role === 'encoded' ? column.values.length : 0),
    0,
  );
  if (inputs > mostInputs)
    problems.push(`The table has ${inputs} inputs, the Lab takes ${mostInputs}. Ignore some columns.`);
  return problems;
}

function columnProblem({ role, column, isNumber }: Use): string[] {
  const { holds, values, name } = column;
  const some = `${values.slice(0, 3).map(quote).join(', ')}${values.length > 3 ? ', …' : ''}`;
  if (holds === 'nothing') return [`Column ${quote(name)} has no values. Ignore it.`];
  if (isNumber && holds === 'words')
    return [
      role === 'target'
        ? `Column ${quote(name)} holds words (${some}), no numbers. Predict a class.`
        : `Column ${quote(name)} holds words (${some}), no numbers. Ignore it, or make an input of each word.`,
    ];
  if (role === 'encoded' && values.length > mostWords)
    return [
      `Column ${quote(name)} has ${values.length} different words (${some}), at most ${mostWords} become inputs. Ignore it.`,
    ];
  if (role !== 'target' || isNumber) return [];
  if (values.length < 2)
    return [`Column ${quote(name)} is ${some} in every row: there is nothing to tell apart. Predict another column.`];
  return values.length > mostClasses
    ? [
        `Column ${quote(name)} has ${values.length} different values (${some}), the Lab tells ${mostClasses} classes apart. Predict ${holds === 'numbers' ? 'a number' : 'another column'}.`,
      ]
    : [];
}

/** The rows to read: all, or those with a value in every column that is used. */
function completeRows({ rows }: Cells, uses: readonly Use[], { incomplete }: Choices): readonly Row[] {
  if (incomplete !== 'leaveOut') return rows;
  const complete = rows.filter(({ cells }) => uses.every(({ at }) => !isMissing(cells[at] as string)));
  if (complete.length < 2)
    refuse([
      `Only ${complete.length} of ${rows.length} rows have a value in every column. Ignore the columns that have gaps.`,
    ]);
  return complete;
}

/** Numbers by row as a data set; words are their places among the values of their column. */
function dataSet(uses: readonly Use[], values: readonly (readonly number[])[]): DataSet {
  const columnAt = (k: number): Float64Array => Float64Array.from(values, (row) => row[k] as number);
  const targetAt = uses.findIndex(({ role }) => role === 'target');
  const { column, isNumber } = uses[targetAt] as Use;
  const classes = isNumber ? [] : column.values;
  const inputs = uses.flatMap(({ role, column: { name, values: words } }, k) => {
    if (role === 'target') return [];
    const numbers = columnAt(k);
    if (role === 'input') return [{ name, numbers }];
    return words.map((word, i) => ({
      name: `${name}=${word}`,
      numbers: numbers.map((value) => (value === i ? 1 : 0)),
    }));
  });
  return {
    task: isNumber ? 'regression' : classes.length === 2 ? 'binary' : 'classes',
    features: inputs.map(({ name }) => name),
    targetName: column.name,
    classes,
    count: values.length,
    inputs: inputs.map(({ numbers }) => numbers),
    target: columnAt(targetAt),
  };
}
