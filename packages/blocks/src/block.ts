import type { PrimitiveName, Program } from '@chainrule/core';

/** Where row i of something lies: `base + i · stride`, or `table[i]`. */
export type IndexMap =
  | { readonly kind: 'affine'; readonly base: number; readonly stride: number }
  | { readonly kind: 'table'; readonly table: Int32Array };

/** Scalars of equal meaning, kept together: a matrix of rows × batch, or with rank 0 a column of rows. */
export interface Group {
  readonly rows: number;
  /** 0 = one value per batch, 1 = one per sample. */
  readonly rank: 0 | 1;
  /** The instruction of the program that each row is the value of; where a gradient was condensed, of its condensed program. */
  readonly ids: Int32Array;
}

/** The groups that every block program has, by their place in `BlockProgram.groups`. */
export const fixedGroups = { inputs: 0, parameters: 1, batchOutputs: 2, sampleOutputs: 3 } as const;

/** What row i of a block reads: a row of a group, or the same number for all rows. */
export type Operand =
  | { readonly kind: 'rows'; readonly group: number; readonly map: IndexMap }
  | { readonly kind: 'literal'; readonly value: number };

/**
 * One operation for each row. Its arguments are numbered: first the operands of the block, then its statements. A list
 * (`add` of three) is folded from left to right. `sumBatch` occurs on values of rank 0 only: samples in the batch · value.
 */
export interface Statement {
  readonly primitive: PrimitiveName;
  readonly args: readonly number[];
}

/** Value number `value`, for row i of the block, is row `map(i)` of `group`. */
export interface Store {
  readonly value: number;
  readonly group: number;
  readonly map: IndexMap;
}

/** The same few operations for each of many rows; with one row, a straight segment of the program. */
export interface MapBlock {
  readonly kind: 'map';
  readonly rows: number;
  readonly rank: 0 | 1;
  readonly operands: readonly Operand[];
  readonly statements: readonly Statement[];
  /** Values to keep, of the block's own rank. */
  readonly stores: readonly Store[];
  /** Values of rank 1 of which the sum over the batch is kept (rank 0). Only in blocks of rank 1. */
  readonly sums: readonly Store[];
}

/** A row of a group for each (i, k): `row(i) + term(k)`, or `table[i · terms + k]`. */
export type Operand2 =
  | { readonly kind: 'separable'; readonly group: number; readonly row: IndexMap; readonly term: IndexMap }
  | { readonly kind: 'table'; readonly group: number; readonly table: Int32Array };

/** Successive arguments of a list operation: `count` values, or products of two values. */
export interface Part {
  readonly count: number;
  readonly factors: readonly [Operand2] | readonly [Operand2, Operand2];
}

/**
 * A list operation for each of many rows, folded from left to right over its parts; products occur in `add` only. A dense
 * layer is an `add` of a part of products and one of a single value, its bias.
 */
export interface FoldBlock {
  readonly kind: 'fold';
  readonly primitive: 'add' | 'multiply' | 'max' | 'min';
  readonly rows: number;
  readonly rank: 0 | 1;
  readonly parts: readonly Part[];
  readonly stores: readonly { readonly group: number; readonly map: IndexMap }[];
}

/** Sums over the batch of products: `sumBatch(a(i) · b(k))` for each i and k, kept at `store(i, k)` (rank 0). */
export interface OuterBlock {
  readonly kind: 'outer';
  readonly rows: number;
  readonly columns: number;
  readonly a: { readonly group: number; readonly map: IndexMap };
  readonly b: { readonly group: number; readonly map: IndexMap };
  readonly store: Operand2;
}

export type Block = MapBlock | FoldBlock | OuterBlock;

/**
 * Blocks that run together. Phases of rank 0 run once; those of rank 1 go over the batch, and all sums in them are complete
 * before the next phase.
 */
export interface Phase {
  readonly rank: 0 | 1;
  readonly blocks: readonly Block[];
}

/**
 * A program as blocks: the same operations on the same numbers in the same order, arranged in groups. Phases alternate between
 * rank 0 and rank 1. The program's outputs of rank 0 are the rows of group `batchOutputs` in their order, those of rank 1 the
 * rows of `sampleOutputs`.
 */
export interface BlockProgram {
  readonly program: Program;
  readonly groups: readonly Group[];
  readonly phases: readonly Phase[];
}

export function rowOf(map: IndexMap, i: number): number {
  return map.kind === 'affine' ? map.base + i * map.stride : (map.table[i] as number);
}
