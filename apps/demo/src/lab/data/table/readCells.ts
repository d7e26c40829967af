import papa from 'papaparse';
import { delimiterOf } from './delimiterOf.ts';
import { isNumeric } from './numbers.ts';
import { quote } from './quote.ts';
import { refuse } from './refuse.ts';

/** The cells of a table, as text. */
export interface Cells {
  readonly delimiter: string;
  /** The names of the columns; `column 1`, `column 2` … if the table gives none. */
  readonly heading: readonly string[];
  readonly rows: readonly Row[];
}

/** A row, and which one it is in a spreadsheet: the first is 1, empty ones count. */
export interface Row {
  readonly place: number;
  readonly cells: readonly string[];
}

const largest = 2_000_000;
const longestName = 200;
const mostColumns = 2000;

/** As many rows as the Lab trains on. */
const mostRows = 5000;
/** Lines may be empty, and cells may have several. */
const mostLines = 4 * mostRows;

/**
 * Cuts a table into cells.
 * @throws LabError naming the rows that cannot be cut.
 */
export function readCells(csv: string): Cells {
  if (csv.length > largest)
    refuse([`The table has ${csv.length} characters, the Lab takes ${largest}. Keep fewer rows or columns.`]);
  if (csv.includes('\0') || csv.startsWith('PK\u0003\u0004'))
    refuse(['This is no text. Save the table as CSV (in Excel: Save as, "CSV UTF-8") and open that file.']);
  const text = csv.replace(/^\uFEFF/, '');
  if (/^\s*[[{<]/.test(text))
    refuse([`This starts with ${quote(text.trim().slice(0, 12))}, as JSON or a web page does. Save the table as CSV.`]);
  const [named, separator] = /^sep=(.)\r?\n/i.exec(text) ?? ['', undefined];
  const body = text.slice(named.length);
  const lines = body.match(/\r\n?|\n/g)?.length ?? 0;
  if (lines > mostLines) refuse([`The table has ${lines} lines, the Lab trains on ${mostRows} rows. Keep fewer.`]);
  const delimiter = separator ?? delimiterOf(body);
  const { data, errors } = papa.parse<string[]>(body, { delimiter });
  const skipped = named === '' ? 1 : 2;
  refuse(
    errors
      .flatMap(({ type, code, row = 0 }) => (type === 'Quotes' ? [quoteProblem(code, row + skipped)] : []))
      .slice(0, 1),
  );
  const all = data
    .map((cells, i) => ({ place: i + skipped, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (all.length === 0)
    refuse(['The table is empty. Paste rows of values with commas between them, and a heading above.']);
  return withHeading(all, delimiter);
}

function quoteProblem(code: string, place: number): string {
  return code === 'MissingQuotes'
    ? `Row ${place}: a quote " is opened and not closed. Close it, or write "" for a quote inside quotes.`
    : `Row ${place}: something follows after a closing quote ". Write "" for a quote inside quotes.`;
}

function withHeading(all: readonly Row[], delimiter: string): Cells {
  const [first] = all as [Row];
  const hasHeading = !first.cells.every((cell) => cell === '' || isNumeric(cell));
  const rows = hasHeading ? all.slice(1) : all;
  const names = hasHeading ? withoutEmptyEnd(first, rows) : first.cells;
  const heading = names.map((name, i) => (hasHeading && name !== '' ? name : `column ${i + 1}`));
  if (heading.length > mostColumns)
    refuse([`The table has ${heading.length} columns, the Lab reads ${mostColumns}. Remove some.`]);
  if (rows.length > mostRows)
    refuse([
      `The table has ${rows.length} rows, the Lab trains on ${mostRows}. Remove ${rows.length - mostRows} of them.`,
    ]);
  if (heading.length > 1 && rows.length === 0) refuse(['The table has no rows under its heading. Give at least one.']);
  refuse([...headingProblems(heading), ...widthProblems(heading, rows, delimiter)]);
  return {
    delimiter,
    heading,
    rows: rows.map(({ place, cells }) => ({ place, cells: cells.slice(0, heading.length) })),
  };
}

/** The names without the empty ones at the end over columns that are empty as well: some programs end each row in a delimiter. */
function withoutEmptyEnd({ cells }: Row, rows: readonly Row[]): readonly string[] {
  let end = cells.length;
  while (end > 1 && cells[end - 1] === '' && rows.every((row) => (row.cells[end - 1] ?? '') === '')) end--;
  return cells.slice(0, end);
}

function headingProblems(heading: readonly string[]): string[] {
  const problems: string[] = [];
  if (heading.length < 2)
    problems.push(
      `The table has one column, ${quote(heading[0] as string)}, and needs two: what is given, and what is to be predicted. Put a comma, semicolon or tab between cells.`,
    );
  heading.forEach((name, i) => {
    const other = heading.indexOf(name);
    if (other < i)
      problems.push(`Columns ${other + 1} and ${i + 1} are both called ${quote(name)}. Rename one of them.`);
    if (name.length > longestName)
      problems.push(
        `Column ${i + 1}, ${quote(name)}, has a name of ${name.length} letters. Shorten it to ${longestName}.`,
      );
    if (name === '__proto__')
      problems.push(`Column ${i + 1} is called "__proto__", which no column can be. Rename it.`);
  });
  return problems;
}

function widthProblems(heading: readonly string[], rows: readonly Row[], delimiter: string): string[] {
  const sign = delimiter === '\t' ? 'a tab' : delimiter;
  const [{ cells: first } = { cells: heading }] = rows;
  if (first.length > heading.length && rows.every(({ cells }) => cells.length === first.length && cells.at(-1) !== ''))
    return [
      `The heading has ${heading.length} cells, all rows have ${first.length}. Name the other columns too; or, if numbers have decimal commas, put semicolons between cells.`,
    ];
  return rows.flatMap(({ place, cells }) => {
    if (cells.length < heading.length)
      return [
        `Row ${place} has ${cells.length} of ${heading.length} cells (${shown(cells, sign)}). Fill it up, or remove it.`,
      ];
    const extra = cells.slice(heading.length).find((cell) => cell !== '');
    return extra === undefined
      ? []
      : [
          `Row ${place} has ${cells.length} cells, the heading has ${heading.length}: ${quote(extra)} is too much. Put quotes around a cell with ${sign === 'a tab' ? sign : `"${sign}"`} in it.`,
        ];
  });
}

const shown = (cells: readonly string[], sign: string): string => quote(cells.join(sign === 'a tab' ? ' ' : sign));
