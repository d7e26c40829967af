import type { BatchesState } from './batches.ts';
import { listsOf, type OptimizerState } from './optimizers/transform.ts';

/** A run between two steps. */
export interface Place {
  readonly values: Float64Array;
  /** What the optimizer remembers. */
  readonly memory: OptimizerState;
  /** The lists of the memory, and one more by which a compiled loop with a tolerance tells that it has converged. */
  readonly lists: readonly Float64Array[];
  /** Steps completed. */
  step: number;
  batches: BatchesState;
}

/** The place before the first step, without values. */
export function startPlace(size: number, memory: OptimizerState, watched: boolean, batches: BatchesState): Place {
  const lists = [...listsOf(memory), ...(watched ? [new Float64Array(size)] : [])];
  return { values: new Float64Array(size), memory, lists, step: 0, batches };
}
