import type { Program } from '@chainrule/core';
import { argOf } from './arguments.ts';
import { fewestRows } from './fewestRows.ts';

/** Cells `from` to `from + cells` of a list: rows of so many columns. */
export interface Grid {
  readonly from: number;
  readonly cells: number;
  readonly columns: number;
}

/**
 * Finds the grids in a list of sums over the batch of products of two factors: along a row one factor stays and the other
 * goes through the same values in each row. Products that others read, too (not `isPrivate`), are on no grid.
 */
export function gridsOf(
  program: Program,
  ids: Int32Array,
  isPrivate: (id: number) => boolean,
): { readonly grids: Grid[]; readonly rest: Int32Array } {
  const productOf = (i: number): number => argOf(program, ids[i] as number, 0);
  const factorOf = (i: number, which: number): number => argOf(program, productOf(i), which);

  /** How many successive products from i on, up to `most`, have factor `which` of the first, and the others of those from `like` on. */
  const runOf = (i: number, which: number, most: number, like?: number): number => {
    const same = factorOf(i, which);
    let n = 0;
    while (
      n < most &&
      isPrivate(productOf(i + n)) &&
      factorOf(i + n, which) === same &&
      (like === undefined || factorOf(i + n, 1 - which) === factorOf(like + n, 1 - which))
    )
      n++;
    return n;
  };

  const grids: Grid[] = [];
  const rest: number[] = [];
  for (let i = 0; i < ids.length; ) {
    const left = ids.length - i;
    const runs = [runOf(i, 0, left), runOf(i, 1, left)] as const;
    const fixed = runs[0] < runs[1] ? 1 : 0;
    const columns = runs[fixed];
    let cells = columns;
    if (columns > 0)
      while (cells + columns <= left && runOf(i + cells, fixed, columns, i) === columns) cells += columns;
    if (cells >= fewestRows) {
      grids.push({ from: i, cells, columns });
      i += cells;
    } else for (const end = i + Math.max(1, cells); i < end; i++) rest.push(ids[i] as number);
  }
  return { grids, rest: Int32Array.from(rest) };
}
