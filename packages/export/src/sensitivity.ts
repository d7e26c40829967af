import { type Program, primitiveOf, randomGenerator } from '@chainrule/core';
import { applied, argsOf, knownValues } from './terms.ts';
import { errorOf, type TestVectors } from './testVectors.ts';

/**
 * How far values move when every operation is off by up to `unit`, relative: the largest error that was seen over test vectors in
 * a few trials of random offsets. A target that cannot have the interpreter's bits states a multiple of it as its bound.
 * @example Math.max(1e-15, 8 * sensitivity(program, vectors, 2 ** -53))
 */
export function sensitivity(program: Program, { rows, values }: TestVectors, unit: number): number {
  const { uniform } = randomGenerator(1);
  const known = knownValues(program);
  let largest = 0;
  rows.forEach((row, t) => {
    for (let trial = 0; trial < 4; trial++) {
      const moved = new Float64Array(program.length);
      for (let id = 0; id < program.length; id++) {
        const primitive = primitiveOf(program, id);
        const exact = known[id];
        if (exact !== undefined) moved[id] = exact;
        else if (primitive === undefined) moved[id] = row[program.aux[id] as number] as number;
        else
          moved[id] =
            applied(
              primitive,
              Array.from(argsOf(program, id), (arg) => moved[arg] as number),
            ) * (primitive.name === 'less' ? 1 : 1 + uniform(-unit, unit));
      }
      program.outputs.forEach((id, i) => {
        largest = Math.max(largest, errorOf(moved[id] as number, values[t]?.[i] as number));
      });
    }
  });
  return largest;
}
