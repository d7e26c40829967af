import { type Operand2, rowOf } from '@chainrule/blocks';
import { type Index, indexText } from './indexText.ts';
import type { Language } from './language.ts';
import type { Places } from './places.ts';

/** A loop over `count` panels of `width` rows from row `first` on, and inside of it one over terms. */
export interface Panels {
  readonly first: number;
  readonly count: number;
  readonly width: number;
  readonly terms: number;
}

/** The text of what row r of panel i reads, or is written to, at term k. */
export type Reader = (i: Index, r: number, k: Index) => string;

/** The row of its group that an operand of two indices names. */
export const rowOf2 = (operand: Operand2, i: number, k: number, terms: number): number =>
  operand.kind === 'table' ? (operand.table[i * terms + k] as number) : rowOf(operand.row, i) + rowOf(operand.term, k);

/** How the rows of a group that `rowAt` names are read: a number, an index that grows evenly, or a table. */
export function readerOf(
  { number }: Language,
  { known, array, tables }: Places,
  group: number,
  { first, count, width, terms }: Panels,
  rowAt: (i: number, k: number) => number,
): Reader {
  const each = (value: (i: number, k: number) => number): readonly number[] =>
    Array.from({ length: count * terms * width }, (_, n) =>
      value(Math.floor(n / (terms * width)) * width + (n % width), Math.floor(n / width) % terms),
    );
  const rows = each((i, k) => rowAt(first + i, k));
  const at: Reader = (i, r, k) => indexText(r, [terms * width, i], [width, k]);
  const numbers = known(group);
  if (numbers !== undefined) {
    const values = rows.map((row) => numbers[row] as number);
    if (values.every((value) => Object.is(value, values[0]))) return () => number(values[0] as number);
    const name = tables.name(values, 'numbers');
    return (...index) => `${name}[${at(...index)}]`;
  }
  const { name, offset } = array(group);
  const base = rows[0] as number;
  const growth = (n: number): number => (rows[n] ?? base) - base;
  const [perRow, perTerm] = [growth(width > 1 ? 1 : terms), growth(width)];
  const even = each((i, k) => base + perRow * i + perTerm * k);
  if (rows.every((row, n) => row === even[n]))
    return (i, r, k) => `${name}[${indexText(offset + base + perRow * r, [perRow * width, i], [perTerm, k])}]`;
  const table = tables.name(
    rows.map((row) => offset + row),
    'places',
  );
  return (...index) => `${name}[${table}[${at(...index)}]]`;
}
