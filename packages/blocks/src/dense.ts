import type { Parameter } from '@chainrule/core';
import type { OuterBlock, Part } from './block.ts';
import type { Draft } from './draft.ts';

/**
 * What an instruction of a condensed program is: itself, a vector (which exists only inside of what reads it), a sum of products,
 * many sums over the batch that are outputs, or one of many that others read.
 */
export const role = { scalar: 0, vector: 1, sum: 2, outer: 3, cell: 4 } as const;

/** What is known of a condensed program in the numbering of the whole one. */
export interface Dense {
  /** What each instruction is. */
  readonly role: Uint8Array;
  readonly parameters: readonly Parameter[];
  /** The slot of each parameter of the condensed program. */
  readonly slotOf: Int32Array;
  /** The instruction that gives each output of the whole program. */
  readonly outputs: Int32Array;
  /** The parts of sums of products that come from one list, without what follows; undefined for other instructions. */
  parts(draft: Draft, ids: Int32Array): Part[] | undefined;
  /** The blocks of an outer instruction, or of the cells of one; undefined for other instructions. */
  outers(draft: Draft, ids: Int32Array): OuterBlock[] | undefined;
}
