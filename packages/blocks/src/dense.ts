import type { Parameter } from '@chainrule/core';
import type { Block, Part } from './block.ts';
import type { Draft } from './draft.ts';

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
  /** The blocks of an outer instruction, or of a total; undefined for other instructions. */
  blocks(draft: Draft, ids: Int32Array): Block[] | undefined;
}
