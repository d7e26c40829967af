import type { Program } from '@chainrule/core';

/** Who reads what: how often each instruction is an argument, and which outputs it is. */
export interface Usage {
  readonly uses: Int32Array;
  /** The last output that each instruction is; −1 = none. */
  readonly output: Int32Array;
  /** For each output, the one before it of the same instruction; −1 = none. */
  readonly earlier: Int32Array;
  /** For each output, its row among the outputs of its rank. */
  readonly outputRow: Int32Array;
}

export function usageOf({ length, rank, args, argStart, outputs }: Program, phase: Int32Array): Usage {
  const uses = new Int32Array(length);
  const output = new Int32Array(length).fill(-1);
  const earlier = new Int32Array(outputs.length);
  const outputRow = new Int32Array(outputs.length);
  const next = [0, 0];
  for (let id = 0; id < length; id++) {
    if ((phase[id] as number) < 0) continue;
    for (let i = argStart[id] as number; i < (argStart[id + 1] as number); i++) uses[args[i] as number]!++;
  }
  for (let k = 0; k < outputs.length; k++) {
    const id = outputs[k] as number;
    earlier[k] = output[id] as number;
    output[id] = k;
    outputRow[k] = next[rank[id] as 0 | 1]!++;
  }
  return { uses, output, earlier, outputRow };
}
