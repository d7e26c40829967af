import type { Program } from '@chainrule/core';

/** Cells `from` to `from + cells` of a list: rows of so many columns. */
export interface Grid {
  readonly from: number;
  readonly cells: number;
  readonly columns: number;
}

/** Fewer cells than this are no grid. */
const fewest = 4;

/**
 * Finds the grids in a list of sums over the batch of products of two factors: along a row one factor stays and the other
 * goes through the same values in each row. Products that others read, too (not `isPrivate`), are on no grid.
 */
export function gridsOf(
  { args, argStart }: Program,
  ids: Int32Array,
  isPrivate: (id: number) => boolean,
): { readonly grids: Grid[]; readonly rest: Int32Array } {
  const productOf = (i: number): number => args[argStart[ids[i] as number] as number] as number;
  const factorOf = (i: number, which: number): number => args[(argStart[productOf(i)] as number) + which] as number;

  /** How many successive products from i on have factor `which` of the first. */
  const runOf = (i: number, which: number): number => {
    const same = factorOf(i, which);
    let end = i;
    while (end < ids.length && isPrivate(productOf(end)) && factorOf(end, which) === same) end++;
    return end - i;
  };

  /** Whether a row starts at i like the one at `from`. */
  const isRow = (from: number, i: number, columns: number, fixed: number): boolean => {
    if (i + columns > ids.length) return false;
    for (let k = 0; k < columns; k++) {
      if (!isPrivate(productOf(i + k)) || factorOf(i + k, fixed) !== factorOf(i, fixed)) return false;
      if (factorOf(i + k, 1 - fixed) !== factorOf(from + k, 1 - fixed)) return false;
    }
    return true;
  };

  const grids: Grid[] = [];
  const rest: number[] = [];
  for (let i = 0; i < ids.length; ) {
    const runs = [runOf(i, 0), runOf(i, 1)] as const;
    const fixed = runs[0] < runs[1] ? 1 : 0;
    const columns = runs[fixed];
    let cells = columns;
    if (columns > 0) while (isRow(i, i + cells, columns, fixed)) cells += columns;
    if (cells >= fewest) grids.push({ from: i, cells, columns });
    const end = i + Math.max(1, cells);
    for (; i < end; i++) if (cells < fewest) rest.push(ids[i] as number);
  }
  return { grids, rest: Int32Array.from(rest) };
}
