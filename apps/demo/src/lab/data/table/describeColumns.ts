import { isMissing, isNumeric } from './numbers.ts';
import type { Cells } from './readCells.ts';

/** What a column looks like. */
export interface Column {
  readonly name: string;
  /** What most of its cells are. */
  readonly holds: 'numbers' | 'words' | 'nothing';
  /** The different texts of its cells, in the order of a dictionary, or of numbers. */
  readonly values: readonly string[];
  /** How many cells have no value. */
  readonly missing: number;
}

/** What the columns of a table look like. */
export function describeColumns({ heading, rows }: Cells): readonly Column[] {
  return heading.map((name, i) => {
    const cells = rows.map((row) => row.cells[i] as string);
    const present = cells.filter((cell) => !isMissing(cell));
    const numeric = present.filter(isNumeric).length;
    const holds = present.length === 0 ? 'nothing' : 2 * numeric >= present.length ? 'numbers' : 'words';
    const values = [...new Set(present)].sort();
    if (holds === 'numbers') values.sort((a, b) => Number(a.replace(',', '.')) - Number(b.replace(',', '.')));
    return { name, holds, values, missing: cells.length - present.length };
  });
}
