import { leafCode, type Program, primitiveOf } from './program.ts';

/** Operations that wait for the same number of sums over the batch, one below the other. They run in this order. */
export interface Level {
  /** Those with one value per batch, and those with one per sample. */
  readonly uniform: readonly number[];
  readonly samples: readonly number[];
  /** The sums over the batch of these values, for which the next level waits. */
  readonly sums: readonly number[];
}

/** The operations of a program, sorted by how many sums over the batch they wait for. */
export function levelsOf(program: Program): readonly Level[] {
  const { length, op, rank, args, argStart, slots, parameters } = program;
  const level = new Int32Array(length);
  const empty = (): { uniform: number[]; samples: number[]; sums: number[] } => ({
    uniform: [],
    samples: [],
    sums: [],
  });
  const levels = [empty()];
  for (let id = slots + parameters.length; id < length; id++) {
    if (op[id] === leafCode.constant) continue;
    const start = argStart[id] as number;
    let its = 0;
    for (let i = start; i < (argStart[id + 1] as number); i++) its = Math.max(its, level[args[i] as number] as number);
    const own = levels[its] ?? empty();
    levels[its] = own;
    const isSum = primitiveOf(program, id)?.acrossBatch && rank[args[start] as number] === 1;
    level[id] = isSum ? its + 1 : its;
    own[isSum ? 'sums' : rank[id] === 1 ? 'samples' : 'uniform'].push(id);
  }
  return levels;
}
