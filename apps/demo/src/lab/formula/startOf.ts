import type { Row } from './formula.ts';

/** So many rows come at once, and the others after them. */
const first = 8;

/** A formula in MathML for a page that is to show some of it soon. */
export interface Start {
  /** The first rows, as a whole formula. */
  readonly start: string;
  readonly rest: readonly Row[];
  /** How many letters the longest name of a row has. */
  readonly longestName: number;
}

/** Parts a formula, a table with a line of text for each row, after its first rows. */
export function startOf(text: string): Start {
  const lines = text.split('\n');
  const rows = lines.slice(1, -1);
  const start = rows.length > first ? [lines[0], ...rows.slice(0, first), lines.at(-1)].join('\n') : text;
  const rest = rows.slice(first).map((row, i) => ({ place: first + i, text: row }));
  return { start, rest, longestName: Math.max(0, ...rows.map(nameLength)) };
}

/** The letters in the first cell; it is empty where a row goes on with the one before, or is the heading of some. */
const nameLength = (row: string): number => {
  const [, name = ''] = /^<mtr><mtd>(.*?)<\/mtd>/.exec(row) ?? [];
  return [...name.replace(/<[^>]*>/g, '').replace(/&[^;]*;/g, 'x')].length;
};
