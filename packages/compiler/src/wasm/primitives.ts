import type { PrimitiveName } from '@chainrule/core';
import type { Bundle, Vector, Vectors } from './vectors.ts';

/** The functions that take more than an instruction. */
export type Elementary = Readonly<
  Record<'exp' | 'expm1' | 'log' | 'log1p' | 'sin' | 'cos' | 'tan' | 'tanh' | 'erf', (x: Bundle) => Bundle> &
    Record<'atan2' | 'power', (a: Bundle, b: Bundle) => Bundle>
>;

/** What a function has at hand to compute with. */
export interface Toolbox {
  readonly v: Vectors;
  readonly elementary: Elementary;
  /** The samples in the batch. */
  count(): Vector;
}

type Emit = (tools: Toolbox, a: Vector, b: Vector, c: Vector) => Vector;

/** The primitives that are neither an instruction nor a function of the same name. */
const composed: Readonly<Record<'less' | Exclude<PrimitiveName, keyof Vectors | keyof Elementary>, Emit>> = {
  less: ({ v }, a, b) => v.and(v.less(a, b), v.constant(1)),
  select: ({ v }, a, b, c) => v.choose(b, c, v.notEqual(a, v.constant(0))),
  sumBatch: ({ v, count }, a) => v.multiply(count(), a),
};

/** The number that a list starts from without changing it, −0 included. */
export const identities: Readonly<Record<'add' | 'multiply' | 'max' | 'min', number>> = {
  add: -0,
  multiply: 1,
  max: -Infinity,
  min: Infinity,
};

/** A primitive that is no function of many instructions, on vectors; a list is folded by its function of two. */
export function emit(tools: Toolbox, name: PrimitiveName, args: readonly Vector[]): Vector {
  if (name in composed) return composed[name as keyof typeof composed](tools, ...(args as [Vector, Vector, Vector]));
  const { v } = tools;
  const f = v[name as never] as (...args: Vector[]) => Vector;
  // max is a lot of instructions: NaN and −0 take most of them, but only one is needed for −0 beside 0
  const fold = (a: Vector, b: Vector): Vector =>
    name === 'max' && b === v.constant(0) ? v.add(v.greater(a, b), b) : f(a, b);
  return name in identities ? args.reduce(fold) : f(...args);
}
