import type { Program } from '@chainrule/core';

/** Arguments of one expression. */
const longest = 16;

/** The same program, bit for bit, with longer lists folded in pieces, so that a function can end between them. */
export function inPieces(program: Program): Program {
  const from: number[] = []; // which instruction each is, or is a piece of
  const args: number[] = [];
  const argStart = [0];
  const push = (id: number, list: readonly number[]): number => {
    args.push(...list);
    argStart.push(args.length);
    return from.push(id) - 1;
  };
  const place = new Int32Array(program.length);
  for (let id = 0; id < program.length; id++) {
    const given = program.args.subarray(program.argStart[id], program.argStart[id + 1]);
    const list = Array.from(given, (arg) => place[arg] as number);
    let piece = list.slice(0, longest);
    for (let i = longest; i < list.length; i += longest - 1)
      piece = [push(id, piece), ...list.slice(i, i + longest - 1)];
    place[id] = push(id, piece);
  }
  const at = (list: ArrayLike<number>) => (id: number) => list[id] as number;
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
