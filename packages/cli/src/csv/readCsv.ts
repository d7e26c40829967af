import { dataError } from '../errors.ts';

/** A row of a table in text. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Number of the line on which it begins, from 1. */
  readonly line: number;
}

/** A cell is no longer: more is a quote that was never closed. */
const longest = 1_000_000;

/**
 * The rows of a table with commas (RFC 4180), as they arrive: lines end with LF or CRLF, cells may stand in double quotes, a quote
 * in them is doubled. A byte order mark is left out, and so are empty lines.
 * @throws CommandError that names the line, if a quote is not closed, stands in the middle of a cell, or is followed by anything
 * but a comma; or if the text is not UTF-8.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<CsvRow> {
  let open = '';
  let line = 1;
  for await (const text of decoded(chunks)) {
    const lines = (open + text).split('\n');
    open = lines.pop() as string;
    let from = 0;
    while (from < lines.length) {
      const taken = rowFrom(lines, from, line);
      if (taken === undefined) break;
      if (taken.cells.length > 0) yield { cells: taken.cells, line };
      from += taken.lines;
      line += taken.lines;
    }
    if (from < lines.length) open = [...lines.slice(from), open].join('\n');
    if (open.length > longest) throw dataError(unclosed(line));
  }
  if (open === '') return;
  const last = open.split('\n');
  while (last.length > 0) {
    const taken = rowFrom(last, 0, line);
    if (taken === undefined) throw dataError(unclosed(line));
    if (taken.cells.length > 0) yield { cells: taken.cells, line };
    line += taken.lines;
    last.splice(0, taken.lines);
  }
}

const unclosed = (line: number): string => `Line ${line}: a quote (") is opened and not closed.`;

async function* decoded(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true }); // which leaves the byte order mark out
  let isFirst = true;
  const checked = (text: string): string => {
    // as it comes from a program that calls it "Unicode"
    if (isFirst && text.includes('\0'))
      throw dataError('The table has zeros among its first bytes: it is binary, or UTF-16. Save it as CSV in UTF-8.');
    isFirst = false;
    return text;
  };
  try {
    for await (const chunk of chunks)
      yield checked(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw dataError('The table is not UTF-8. Save it as CSV in UTF-8.');
  }
}

/** The row that begins with a line, and how many lines it takes; undefined if a quote stays open. */
function rowFrom(
  lines: readonly string[],
  from: number,
  line: number,
): { readonly cells: readonly string[]; readonly lines: number } | undefined {
  const text = ended(lines[from] as string);
  if (!text.includes('"')) return { cells: text === '' ? [] : text.split(','), lines: 1 };
  let count = 1;
  let whole = lines[from] as string;
  // an odd number of quotes: the last is open, and the row goes on
  let quotes = countOf(whole);
  while (quotes % 2 === 1) {
    const next = lines[from + count];
    if (next === undefined) return undefined;
    if (whole.length > longest) throw dataError(unclosed(line));
    whole += `\n${next}`;
    quotes += countOf(next);
    count++;
  }
  return { cells: cellsOf(ended(whole), line), lines: count };
}

const ended = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
const countOf = (text: string): number => text.split('"').length - 1;

/** The cells of a row with quotes in it. */
function cellsOf(text: string, line: number): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      const end = comma < 0 ? text.length : comma;
      const cell = text.slice(at, end);
      if (cell.includes('"'))
        throw dataError(
          `Line ${line}: a quote (") stands in the middle of a cell. Put the whole cell in quotes, and write the quote twice.`,
        );
      cells.push(cell);
      at = end + 1;
      continue;
    }
    let end = text.indexOf('"', at + 1);
    while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
    cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
    if (end + 1 < text.length && text[end + 1] !== ',')
      throw dataError(
        `Line ${line}: after the quote (") that ends a cell, there must be a comma or the end of the line.`,
      );
    at = end + 2;
  }
  return cells;
}
