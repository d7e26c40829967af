import {
  firstPrimitive,
  leafCode,
  type Primitive,
  type PrimitiveName,
  type Program,
  primitiveValue,
} from '@chainrule/core';

/** Arguments of one expression; longer lists are folded in pieces. */
const longest = 16;

/** Arguments from a place on that change no bit of the result: x · 1, x / 1, x − 0. */
const neutral: { readonly [name in PrimitiveName]?: readonly [value: number, from: number] } = {
  multiply: [1, 0],
  divide: [1, 1],
  subtract: [0, 1],
};

/**
 * The same program, bit for bit, for generated code: operations on constants folded, neutral arguments left out, long lists
 * in pieces. For `one` sample, sums over the batch of uniform values are these values.
 */
export function shorten(program: Program, one: boolean): Program {
  const { primitives } = program;
  const op: number[] = [];
  const args: number[] = [];
  const argStart = [0];
  const aux: number[] = [];
  const rank: number[] = [];
  const place = new Int32Array(program.length);

  const push = (code: number, value: number, itsRank: number, list: readonly number[] = []): number => {
    op.push(code);
    aux.push(value);
    rank.push(itsRank);
    args.push(...list);
    argStart.push(args.length);
    return op.length - 1;
  };
  const isConstant = (id: number): boolean => op[id] === leafCode.constant;

  const operation = (code: number, itsRank: number, given: readonly number[]): number => {
    const primitive = primitives[code - firstPrimitive] as Primitive;
    if (primitive.acrossBatch) {
      if (one && rank[given[0] as number] === 0) return given[0] as number;
    } else if (given.every(isConstant))
      return push(
        leafCode.constant,
        primitiveValue(
          primitive,
          given.map((id) => aux[id] as number),
        ),
        0,
      );
    const [value, from] = neutral[primitive.name] ?? [0, given.length];
    const list = given.filter((id, i) => i < from || !isConstant(id) || !Object.is(aux[id], value));
    if (list.length === 1 && (primitive.arity === undefined || list.length < given.length)) return list[0] as number;
    let piece = list.slice(0, longest);
    for (let i = longest; i < list.length; i += longest - 1)
      piece = [push(code, 0, itsRank, piece), ...list.slice(i, i + longest - 1)];
    return push(code, 0, itsRank, piece);
  };

  for (let id = 0; id < program.length; id++) {
    const code = program.op[id] as number;
    const itsRank = program.rank[id] as number;
    if (code < firstPrimitive) place[id] = push(code, program.aux[id] as number, itsRank);
    else {
      const list = program.args.subarray(program.argStart[id], program.argStart[id + 1]);
      place[id] = operation(
        code,
        itsRank,
        Array.from(list, (arg) => place[arg] as number),
      );
    }
  }
  return {
    ...program,
    length: op.length,
    op: Uint8Array.from(op),
    args: Int32Array.from(args),
    argStart: Int32Array.from(argStart),
    aux: Float64Array.from(aux),
    rank: Uint8Array.from(rank),
    outputs: program.outputs.map((id) => place[id] as number),
  };
}
