export { argsOf } from './arguments.ts';
export type {
  Block,
  BlockProgram,
  FoldBlock,
  Group,
  IndexMap,
  MapBlock,
  Operand,
  Operand2,
  OuterBlock,
  Part,
  Phase,
  Statement,
  Store,
} from './block.ts';
export { fixedGroups, rowOf } from './block.ts';
export type { Condensed } from './condense.ts';
export { condense } from './condense.ts';
export { coverage, operationsIn } from './coverage.ts';
export { discover, straight } from './discover.ts';
export { gradientBlocks } from './gradientBlocks.ts';
export { inPieces } from './inPieces.ts';
export { recomputed } from './recompute.ts';
export { rewritten } from './rewritten.ts';
export type { Usage } from './usage.ts';
export { usageOf } from './usage.ts';
