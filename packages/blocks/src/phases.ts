import { firstPrimitive, type Program } from '@chainrule/core';

/** When each instruction of a program runs, in phases of rank 0, 1, 0, 1, … */
export interface Phases {
  /**
   * The phase that computes an instruction: 2 · level + rank; −1 where nothing asked for depends on it. A sum over the batch
   * of a value per sample belongs to that value's phase, and is complete after it.
   */
  readonly phase: Int32Array;
  /** 1 for the sums over the batch of a value per sample. */
  readonly isSum: Uint8Array;
}

/** The level of an instruction is the largest number of sums over the batch on a path below it. */
export function phasesOf({ length, op, rank, args, argStart, outputs, primitives }: Program): Phases {
  const isBatchSum = primitives.map(({ acrossBatch }) => acrossBatch === true);
  const phase = new Int32Array(length).fill(-1);
  const isSum = new Uint8Array(length);
  const level = new Int32Array(length);
  const isLive = new Uint8Array(length);
  for (let k = 0; k < outputs.length; k++) isLive[outputs[k] as number] = 1;
  for (let id = length - 1; id >= 0; id--) {
    if (isLive[id] === 0) continue;
    for (let i = argStart[id] as number; i < (argStart[id + 1] as number); i++) isLive[args[i] as number] = 1;
  }
  for (let id = 0; id < length; id++) {
    if (isLive[id] === 0) continue;
    const start = argStart[id] as number;
    let below = 0;
    for (let i = start; i < (argStart[id + 1] as number); i++)
      below = Math.max(below, level[args[i] as number] as number);
    const sums = isBatchSum[(op[id] as number) - firstPrimitive] && rank[args[start] as number] === 1 ? 1 : 0;
    isSum[id] = sums;
    level[id] = below + sums;
    phase[id] = 2 * below + (sums | (rank[id] as number));
  }
  return { phase, isSum };
}
