import { atan2, cos, erf, exp, expm1, log, log1p, power, sin, tan, tanh } from './elementary/index.ts';
import type { PrimitiveName } from './primitives.ts';

type Value =
  | ((x: number) => number)
  | ((a: number, b: number) => number)
  | ((a: number, b: number, c: number) => number);

/**
 * What each primitive means for numbers: the definition that every engine and every exported artefact is held to.
 * A function of two stands for any number of arguments, folded from left to right. `sumBatch` of one sample is that sample.
 */
export const values: Readonly<Record<PrimitiveName, Value>> = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => a / b,
  negate: (x: number) => -x,
  power,
  sqrt: (x: number) => Math.sqrt(x),
  exp,
  expm1,
  log,
  log1p,
  sin,
  cos,
  tan,
  atan2,
  tanh,
  erf,
  abs: (x: number) => Math.abs(x),
  floor: (x: number) => Math.floor(x),
  max: (a: number, b: number) => Math.max(a, b),
  min: (a: number, b: number) => Math.min(a, b),
  less: (a: number, b: number) => (a < b ? 1 : 0),
  select: (condition: number, a: number, b: number) => (condition !== 0 ? a : b),
  sumBatch: (x: number) => x,
};

/** The value of a primitive for given arguments: `valueOf('add', [1, 2, 3])` is 6. */
export function primitiveValue(name: PrimitiveName, args: readonly number[]): number {
  const value = values[name] as (a: number, b?: number, c?: number) => number;
  if (value.length !== 2) return value(...(args as [number, number, number]));
  let total = args[0] as number;
  for (let i = 1; i < args.length; i++) total = value(total, args[i] as number);
  return total;
}
