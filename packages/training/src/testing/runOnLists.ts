import { firstPrimitive, leafCode, type Primitive, type Program, primitiveValue } from '@chainrule/core';

/** What a program gives for `count` samples, instruction by instruction on lists: an engine of a page, to test against. */
export function runOnLists(
  program: Program,
  columns: readonly ArrayLike<number>[],
  parameters: ArrayLike<number>,
  count: number,
  rows?: ArrayLike<number>,
): Float64Array[] {
  const { length, op, rank, aux, args, argStart, outputs, primitives } = program;
  const values: Float64Array[] = [];
  const at = (id: number, s: number): number => (values[id] as Float64Array)[rank[id] === 1 ? s : 0] as number;
  for (let id = 0; id < length; id++) {
    const own = Array.from(args.subarray(argStart[id], argStart[id + 1]));
    const value = (s: number): number => {
      if (op[id] === leafCode.constant) return aux[id] as number;
      if (op[id] === leafCode.parameter) return parameters[aux[id] as number] as number;
      if (op[id] === leafCode.input)
        return (columns[aux[id] as number] as ArrayLike<number>)[
          rows === undefined ? s : (rows[s] as number)
        ] as number;
      const primitive = primitives[(op[id] as number) - firstPrimitive] as Primitive;
      const [first] = own as [number];
      if (primitive.name !== 'sumBatch')
        return primitiveValue(
          primitive,
          own.map((arg) => at(arg, s)),
        );
      return rank[first] === 1 ? sumOf(values[first] as Float64Array) : count * at(first, 0);
    };
    values.push(Float64Array.from({ length: rank[id] === 1 ? count : 1 }, (_, s) => value(s)));
  }
  return Array.from(outputs, (id) => values[id] as Float64Array);
}

/** Even and odd samples apart in tiles of 64. */
function sumOf(list: Float64Array): number {
  let total = 0;
  for (let from = 0; from < list.length; from += 64) {
    const lanes = [0, 0] as [number, number];
    list.subarray(from, from + 64).forEach((x, i) => {
      lanes[i % 2 === 0 ? 0 : 1] += x;
    });
    total += lanes[0] + lanes[1];
  }
  return total;
}
