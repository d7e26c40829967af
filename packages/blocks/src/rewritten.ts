import type { Program } from '@chainrule/core';
import { argsOf } from './arguments.ts';

/** The instruction in the new program of number `id` in the old, made with `push`, or one that is there; `args` are new ones. */
type Rewrite = (id: number, args: readonly number[], push: (args: readonly number[]) => number) => number;

/**
 * A program with some of its operations written in another way. What `push` makes is the same operation on other arguments.
 * @example rewritten(program, (_, args, push) => push([...args].reverse()))
 */
export function rewritten(program: Program, rewrite: Rewrite): Program {
  const at = (list: ArrayLike<number>) => (id: number) => list[id] as number;
  const from: number[] = []; // which instruction each is, or is a part of
  const args: number[] = [];
  const argStart = [0];
  const place = new Int32Array(program.length);
  for (let id = 0; id < program.length; id++) {
    place[id] = rewrite(id, Array.from(argsOf(program, id), at(place)), (list) => {
      for (const arg of list) args.push(arg); // a spread of a long list would not fit on the stack
      argStart.push(args.length);
      return from.push(id) - 1;
    });
  }
  return {
    ...program,
    length: from.length,
    op: Uint8Array.from(from, at(program.op)),
    args: Int32Array.from(args),
    argStart: Int32Array.from(argStart),
    aux: Float64Array.from(from, at(program.aux)),
    rank: Uint8Array.from(from, at(program.rank)),
    outputs: program.outputs.map(at(place)),
  };
}
