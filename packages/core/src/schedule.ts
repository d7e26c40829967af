import { leafCode, type Program, primitiveOf } from './program.ts';

/** In which order a program's operations run over a batch that goes through in pieces. */
export interface Schedule {
  /** Whether the batch may be cut: false if a value per sample needs a sum over all samples. */
  readonly cut: boolean;
  /** Operations before the first piece, of each piece, and after the last. */
  readonly before: Int32Array;
  readonly each: Int32Array;
  readonly after: Int32Array;
  /** The sums over the batch among `each`. */
  readonly sums: Int32Array;
}

/** Sorts operations by whether they wait for a sum over the batch. */
export function schedule(program: Program): Schedule {
  const { length, op, rank, args, argStart, slots, parameters } = program;
  const first = slots + parameters.length;
  const waits = new Uint8Array(length); // 1 below a sum over the batch
  const before: number[] = [];
  const each: number[] = [];
  const after: number[] = [];
  const sums: number[] = [];
  let cut = true;
  for (let id = first; id < length; id++) {
    if (op[id] === leafCode.constant) continue;
    const start = argStart[id] as number;
    for (let i = start; i < (argStart[id + 1] as number); i++) if (waits[args[i] as number] === 1) waits[id] = 1;
    if (primitiveOf(program, id)?.acrossBatch && rank[args[start] as number] === 1) {
      waits[id] = 1;
      sums.push(id);
      each.push(id);
    } else if (rank[id] === 1) {
      if (waits[id] === 1) cut = false;
      each.push(id);
    } else (waits[id] === 1 ? after : before).push(id);
  }
  const inOrder = cut ? each : [...each, ...after].sort((a, b) => a - b);
  return {
    cut,
    before: Int32Array.from(before),
    each: Int32Array.from(inOrder),
    after: Int32Array.from(cut ? after : []),
    sums: Int32Array.from(sums),
  };
}
