import type { PrimitiveName } from '@chainrule/core';
import type { Vector, Vectors } from './vectors.ts';

/** The functions that take more than an instruction. */
export type Elementary = Readonly<
  Record<'exp' | 'expm1' | 'log' | 'log1p' | 'sin' | 'cos' | 'tan' | 'tanh' | 'erf', (x: Vector) => Vector> &
    Record<'atan2' | 'power', (a: Vector, b: Vector) => Vector>
>;

/** What a function has at hand to compute with. */
export interface Toolbox {
  readonly v: Vectors;
  readonly elementary: Elementary;
  /** The samples in the batch. */
  count(): Vector;
}

type Emit = (tools: Toolbox, a: Vector, b: Vector, c: Vector) => Vector;

/** Each primitive on vectors; a list is folded by its function of two. */
export const emitters: Readonly<Record<PrimitiveName, Emit>> = {
  add: ({ v }, a, b) => v.add(a, b),
  subtract: ({ v }, a, b) => v.subtract(a, b),
  multiply: ({ v }, a, b) => v.multiply(a, b),
  divide: ({ v }, a, b) => v.divide(a, b),
  negate: ({ v }, a) => v.negate(a),
  power: ({ elementary }, a, b) => elementary.power(a, b),
  sqrt: ({ v }, a) => v.sqrt(a),
  exp: ({ elementary }, a) => elementary.exp(a),
  expm1: ({ elementary }, a) => elementary.expm1(a),
  log: ({ elementary }, a) => elementary.log(a),
  log1p: ({ elementary }, a) => elementary.log1p(a),
  sin: ({ elementary }, a) => elementary.sin(a),
  cos: ({ elementary }, a) => elementary.cos(a),
  tan: ({ elementary }, a) => elementary.tan(a),
  atan2: ({ elementary }, a, b) => elementary.atan2(a, b),
  tanh: ({ elementary }, a) => elementary.tanh(a),
  erf: ({ elementary }, a) => elementary.erf(a),
  abs: ({ v }, a) => v.abs(a),
  floor: ({ v }, a) => v.floor(a),
  max: ({ v }, a, b) => v.max(a, b),
  min: ({ v }, a, b) => v.min(a, b),
  less: ({ v }, a, b) => v.and(v.less(a, b), v.constant(1)),
  select: ({ v }, a, b, c) => v.choose(b, c, v.notEqual(a, v.constant(0))),
  sumBatch: ({ v, count }, a) => v.multiply(count(), a),
};

/** The number that a list starts from without changing it, −0 included. */
export const identities: Readonly<Record<'add' | 'multiply' | 'max' | 'min', number>> = {
  add: -0,
  multiply: 1,
  max: Number.NEGATIVE_INFINITY,
  min: Number.POSITIVE_INFINITY,
};

/** A primitive on its arguments. */
export function emit(tools: Toolbox, name: PrimitiveName, args: readonly Vector[]): Vector {
  const emitter = emitters[name];
  if (!(name in identities)) return emitter(tools, ...(args as [Vector, Vector, Vector]));
  return args.reduce((sum, arg) => emitter(tools, sum, arg, arg));
}
