import { firstPrimitive, type Program } from '@chainrule/core';

/** Who needs the instructions of a program, and when they run: in phases of rank 0, 1, 0, 1, … */
export interface Usage extends OutputPlaces {
  /** How often each instruction is an argument or an output; 0 where nothing asked for depends on it. */
  readonly uses: Int32Array;
  /**
   * The first phase that can read its value: 2 · level + rank, the level being the largest number of sums over the batch on a
   * path below it. It is computed there too, but for such sums: those belong to the phase before, and are complete after it.
   */
  readonly phase: Int32Array;
  /** 1 for the sums over the batch of a value per sample. */
  readonly isSum: Uint8Array;
}

/** Which outputs instructions are. */
export interface OutputPlaces {
  /** The last output that each instruction is; −1 = none. */
  readonly output: Int32Array;
  /** For each output, the one before it of the same instruction; −1 = none. */
  readonly earlier: Int32Array;
  /** For each output, its row among the outputs of its rank. */
  readonly outputRow: Int32Array;
  /** How many outputs have rank 0, and how many rank 1. */
  readonly outputRows: readonly [number, number];
}

/** Whether an instruction is an output once. */
export const isOneOutput =
  ({ output, earlier }: OutputPlaces) =>
  (id: number): boolean =>
    (output[id] as number) >= 0 && (earlier[output[id] as number] as number) < 0;

/**
 * Who needs the instructions of a program, and when they run.
 * @example usageOf(lower(y)).uses[0] // how often the first input is read
 */
export function usageOf(program: Program): Usage {
  const { length, op, rank, args, argStart, slots, parameters, primitives, outputs } = program;
  const output = new Int32Array(length).fill(-1);
  const earlier = new Int32Array(outputs.length);
  const outputRow = new Int32Array(outputs.length);
  const outputRows: [number, number] = [0, 0];
  const uses = new Int32Array(length);
  for (let k = 0; k < outputs.length; k++) {
    const id = outputs[k] as number;
    earlier[k] = output[id] as number;
    output[id] = k;
    outputRow[k] = outputRows[rank[id] as 0 | 1]++;
    uses[id]!++;
  }
  for (let id = length - 1; id >= 0; id--)
    if (uses[id])
      for (let i = argStart[id] as number; i < (argStart[id + 1] as number); i++) uses[args[i] as number]!++;

  const phase = new Int32Array(length).fill(1, 0, slots);
  const isSum = new Uint8Array(length);
  const batchSum = firstPrimitive + primitives.findIndex(({ acrossBatch }) => acrossBatch);
  for (let id = slots + parameters.length; id < length; id++) {
    const start = argStart[id] as number;
    let latest = 0;
    for (let i = start; i < (argStart[id + 1] as number); i++) {
      const its = phase[args[i] as number] as number;
      if (its > latest) latest = its;
    }
    const its = op[id] === batchSum && rank[args[start] as number] === 1 ? 1 : 0;
    isSum[id] = its;
    phase[id] = (latest & -2) + (its === 1 ? 2 : (rank[id] as number));
  }
  return { output, earlier, outputRow, outputRows, uses, phase, isSum };
}
