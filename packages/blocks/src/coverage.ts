import type { Block, BlockProgram } from './block.ts';

/** A loop of fewer rounds is not worth being one. */
const fewest = 4;

/** How often a block's loops go round for each sample, and how many operations they do then. */
function work(block: Block): { readonly rounds: number; readonly operations: number } {
  if (block.kind === 'map')
    return { rounds: block.rows, operations: block.rows * (block.statements.length + block.sums.length) };
  if (block.kind === 'outer') {
    const rounds = block.rows * block.columns;
    return { rounds, operations: 2 * rounds };
  }
  const sum = (terms: readonly number[]): number => block.rows * terms.reduce((a, b) => a + b, 0);
  return {
    rounds: sum(block.parts.map(({ count }) => count)),
    operations: sum(block.parts.map(({ count, factors }) => count * factors.length)) - block.rows,
  };
}

/**
 * The share of a program's operations that lie in blocks whose loops go round four times or more, from 0 to 1: what a
 * compiler gains from blocks.
 * @example coverage(discover(program)) < 0.5 // an irregular program
 */
export function coverage({ phases }: BlockProgram): number {
  const done = phases.flatMap(({ blocks }) => blocks.map(work));
  const total = (list: typeof done): number => list.reduce((sum, { operations }) => sum + operations, 0);
  return total(done.filter(({ rounds }) => rounds >= fewest)) / Math.max(1, total(done));
}
