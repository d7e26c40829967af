import type { IndexMap, MapBlock, Operand } from './block.ts';

export type Rows = Extract<Operand, { kind: 'rows' }>;

export const rowsOf = (group: number, map: IndexMap): Rows => ({ kind: 'rows', group, map });

export const straight = { kind: 'affine', base: 0, stride: 1 } as const;

/** A map of rank 0 that keeps its last value in some rows. */
export function mapInto(
  { group, map }: Rows,
  rows: number,
  operands: readonly Operand[],
  statements: MapBlock['statements'],
): MapBlock {
  const value = operands.length + statements.length - 1;
  return { kind: 'map', rows, rank: 0, operands, statements, stores: [{ value, group, map }], sums: [] };
}
