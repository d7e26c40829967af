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
export { coverage } from './coverage.ts';
export { discover, straight } from './discover.ts';
export { recomputed } from './recompute.ts';
export type { Usage } from './usage.ts';
export { usageOf } from './usage.ts';
