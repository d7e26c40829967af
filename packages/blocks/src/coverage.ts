import type { Block, BlockProgram } from './block.ts';
import { fewestRows } from './fewestRows.ts';

/** How often a block's loops go round for each sample, and how many operations they do then. */
function work(block: Block): readonly [rounds: number, operations: number] {
  const { rows } = block;
  if (block.kind === 'map') return [rows, rows * (block.statements.length + block.sums.length)];
  if (block.kind === 'outer') return [rows * block.columns, 2 * rows * block.columns];
  let [terms, operations] = [0, -1];
  for (const { count, factors } of block.parts) {
    terms += count;
    operations += count * factors.length;
  }
  return [rows * terms, rows * operations];
}

/** How many operations blocks do for each sample; those of loops that go round four times or more, and all. */
function operations({ phases }: BlockProgram): readonly [dense: number, all: number] {
  let [dense, all] = [0, 0];
  for (const { blocks } of phases)
    for (const [rounds, count] of blocks.map(work)) {
      all += count;
      if (rounds >= fewestRows) dense += count;
    }
  return [dense, all];
}

/**
 * How many operations blocks do for each sample.
 * @example operationsIn(discover(program))
 */
export const operationsIn = (blocks: BlockProgram): number => operations(blocks)[1];

/**
 * The share of a program's operations that lie in blocks whose loops go round four times or more, from 0 to 1: what a
 * compiler gains from blocks.
 * @example coverage(discover(program)) < 0.5 // an irregular program
 */
export function coverage(blocks: BlockProgram): number {
  const [dense, all] = operations(blocks);
  return dense / Math.max(1, all);
}
