import { shortest } from '../numbers.ts';
import type { Cell } from './cell.ts';

/** Rows of cells as comma-separated values (RFC 4180), formulas after `=`. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map((cell) => field(cellText(cell))).join(',')}\r\n`).join('');

function cellText(cell: Cell): string {
  if (cell.kind === 'empty') return '';
  if (cell.kind === 'number') return shortest(cell.value);
  if (cell.kind === 'formula') return `=${cell.text}`;
  // what begins so would be read as a formula, a number or a date; an apostrophe of its own gets one before it, so that the
  // first can be taken away
  return /^(\s*[=+\-@'\d.]|[\t\r\n]|(true|false)$)/i.test(cell.text) ? `'${cell.text}` : cell.text;
}

const field = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
