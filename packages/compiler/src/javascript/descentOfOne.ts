import { argsOf, rewritten } from '@chainrule/blocks';
import { leafCode, type Program, primitiveOf } from '@chainrule/core';

/**
 * Loss and gradient of a single sample, in a form that gives the next parameters sooner. While all its outputs are finite it has
 * the bits of the given program; those that it has more are what could overflow in the given form alone.
 *
 * 1 · x → x, x / 1 → x; and where a derivative ends, (2e) · x → e · (2x) if x waits for no parameter, and 0 + x → x if the
 * sign of zero does not count.
 */
export function descentOfOne(program: Program, isZeroSigned: boolean): Program {
  const { op, aux, rank } = program;
  const ends = new Set<number>(); // the sums of the gradient, and what is summed there
  for (const id of program.outputs.subarray(1))
    if (primitiveOf(program, id)?.acrossBatch) ends.add(id).add(argsOf(program, id)[0] as number);
  const waits = new Set<number>();
  const constants = new Map<number, number>(); // of the new program, by instruction
  const doubles = new Map<number, readonly number[]>();
  const overflowing = new Set<number>();

  const result = rewritten(program, (id, args, push) => {
    const [x, y] = argsOf(program, id) as unknown as [number, number];
    const [a, b] = args as [number, number];
    const { name, acrossBatch } = primitiveOf(program, id) ?? {};
    if (op[id] === leafCode.parameter || argsOf(program, id).some((arg) => waits.has(arg))) waits.add(id);
    if (acrossBatch && (rank[x] === 0 || (ends.has(id) && !isZeroSigned))) return a;
    if (name === 'divide' && constants.get(b) === 1) return a;
    const isProduct = name === 'multiply' && args.length === 2;
    const double = doubles.get(a);
    if (isProduct && double && ends.has(id) && !waits.has(y)) {
      const [two, e] = double as [number, number];
      overflowing.add(a);
      return push([e, push([two, b])]);
    }
    const made = push(args);
    if (op[id] === leafCode.constant) constants.set(made, aux[id] as number);
    if (isProduct && constants.get(a) === 2) doubles.set(made, args);
    return made;
  });
  for (const id of result.outputs) overflowing.delete(id);
  return { ...result, outputs: Int32Array.of(...result.outputs, ...overflowing) };
}
