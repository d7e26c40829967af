import { firstPrimitive, type Primitive, type Program } from '@chainrule/core';

/** As much of the primitives as blocks ask for: their definitions, with laws and derivatives, stay out of a bundle. */
const used: readonly Pick<Primitive, 'name' | 'acrossBatch'>[] = [
  { name: 'abs' },
  { name: 'add' },
  { name: 'sumBatch', acrossBatch: true },
];

/**
 * The program of an update rule with one output more: the sum of the magnitudes of gradients and new parameters, which is
 * finite only if all of them are.
 *
 * Σ (|gradient| + |parameter|), the gradient being input 0, and the parameter output 0
 */
export function checkedRule(program: Program): Program {
  const { length, op, args, argStart, aux, rank, outputs } = program;
  const primitives = [...program.primitives];
  const [abs, add, sum] = used.map((primitive) => {
    const known = primitives.findIndex(({ name }) => name === primitive.name);
    return firstPrimitive + (known < 0 ? primitives.push(primitive as Primitive) - 1 : known);
  }) as [number, number, number];
  const end = args.length;
  return {
    ...program,
    primitives,
    length: length + 4,
    op: Uint8Array.of(...op, abs, abs, add, sum),
    args: Int32Array.of(...args, 0, outputs[0] as number, length, length + 1, length + 2),
    argStart: Int32Array.of(...argStart, end + 1, end + 2, end + 4, end + 5),
    aux: Float64Array.of(...aux, 0, 0, 0, 0),
    rank: Uint8Array.of(...rank, 1, 1, 1, 0),
    outputs: Int32Array.of(...outputs, length + 3),
  };
}
