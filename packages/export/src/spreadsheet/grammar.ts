/** How formulas are written: for people (CSV), or in files of the OpenDocument format. */
export interface Grammar {
  readonly separator: string;
  /** A cell in the row of the formula: `row` stands for its number. */
  cell(column: number): string;
  /** Cells beside each other in the row of the formula. */
  cells(from: number, to: number): string;
  /** The same in another row, or one cell there. */
  fixed(from: number, to: number, row: number): string;
  /** Cells in some columns and rows. */
  block(columns: readonly [from: number, to: number], rows: readonly [from: number, to: number]): string;
}

/** Stands for the number of the row until the formula is put into one. */
export const row = '\u0001';

/** A column by its number from 0: A … Z, AA …. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

const grammar = (separator: string, around: (cells: readonly string[]) => string): Grammar => ({
  separator,
  cell: (column) => around([`${columnName(column)}${row}`]),
  cells: (from, to) => around([`${columnName(from)}${row}`, `${columnName(to)}${row}`]),
  fixed: (from, to, number) =>
    around((from === to ? [from] : [from, to]).map((column) => `$${columnName(column)}$${number}`)),
  block: (columns, rows) => around([0, 1].map((i) => `${columnName(columns[i] as number)}${rows[i]}`)),
});

export const plainGrammar: Grammar = /* @__PURE__ */ grammar(',', (cells) => cells.join(':'));
/** OpenFormula (OASIS 2011). */
export const openGrammar: Grammar = /* @__PURE__ */ grammar(
  ';',
  (cells) => `[${cells.map((cell) => `.${cell}`).join(':')}]`,
);
