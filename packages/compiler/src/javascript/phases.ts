import { firstPrimitive, type Program } from '@chainrule/core';

/** The arguments of an instruction. */
export function argsOf({ args, argStart }: Program, id: number): Int32Array {
  return args.subarray(argStart[id], argStart[id + 1]);
}

/** Whether an instruction is a leaf. */
export const isLeaf = ({ op }: Program, id: number): boolean => (op[id] as number) < firstPrimitive;

/** Whether an instruction is a sum over the batch of values per sample. */
export const isSum = (program: Program, id: number): boolean =>
  program.primitives[(program.op[id] as number) - firstPrimitive]?.acrossBatch === true &&
  program.rank[argsOf(program, id)[0] as number] === 1;

/** Who needs the instructions of a program. */
export interface Uses {
  /** How often each is an argument or an output; 0 = not needed. */
  readonly uses: Int32Array;
  /** One of its users, or −1. */
  readonly user: Int32Array;
}

export function usesOf(program: Program): Uses {
  const uses = new Int32Array(program.length);
  const user = new Int32Array(program.length).fill(-1);
  for (const id of program.outputs) (uses[id] as number)++;
  for (let id = program.length - 1; id >= 0; id--) {
    if (uses[id] === 0) continue;
    for (const arg of argsOf(program, id)) {
      (uses[arg] as number)++;
      user[arg] = id;
    }
  }
  return { uses, user };
}

/**
 * When each instruction runs over a batch. Phases follow each other: those of even number run once, those of odd number for
 * each sample, and a sum over the batch is known in the phase after that of its argument.
 */
export function phasesOf(program: Program): Int32Array {
  const phases = new Int32Array(program.length);
  for (let id = 0; id < program.length; id++) {
    let round = 0;
    for (const arg of argsOf(program, id)) round = Math.max(round, (phases[arg] as number) >> 1);
    phases[id] = isSum(program, id) ? 2 * round + 2 : 2 * round + (program.rank[id] as number);
  }
  return phases;
}
