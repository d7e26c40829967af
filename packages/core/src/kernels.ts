import type { PrimitiveName } from './primitives.ts';
import { values } from './values.ts';

/**
 * One instruction over `n` samples: `v[o + i]` from the arguments at `a`, `b`, `c`, whose steps are 1, or 0 for a value that
 * is the same for all samples.
 */
export type Kernel = (
  v: Float64Array,
  n: number,
  o: number,
  a: number,
  stepA: number,
  b: number,
  stepB: number,
  c: number,
  stepC: number,
) => void;

const unary =
  (f: (x: number) => number): Kernel =>
  (v, n, o, a, stepA) => {
    for (let i = 0; i < n; i++) v[o + i] = f(v[a + i * stepA] as number);
  };

const binary =
  (f: (a: number, b: number) => number): Kernel =>
  (v, n, o, a, stepA, b, stepB) => {
    for (let i = 0; i < n; i++) v[o + i] = f(v[a + i * stepA] as number, v[b + i * stepB] as number);
  };

const ternary =
  (f: (a: number, b: number, c: number) => number): Kernel =>
  (v, n, o, a, stepA, b, stepB, c, stepC) => {
    for (let i = 0; i < n; i++)
      v[o + i] = f(v[a + i * stepA] as number, v[b + i * stepB] as number, v[c + i * stepC] as number);
  };

/** Makes the loop of a primitive from its meaning for single numbers. */
function loop(f: (typeof values)[PrimitiveName]): Kernel {
  if (f.length === 1) return unary(f as (x: number) => number);
  if (f.length === 2) return binary(f as (a: number, b: number) => number);
  return ternary(f as (a: number, b: number, c: number) => number);
}

const loops = Object.fromEntries(Object.entries(values).map(([name, f]) => [name, loop(f)])) as Record<
  PrimitiveName,
  Kernel
>;

/** The loops of all primitives; the two that a network is made of are written out. */
export const kernels: Readonly<Record<PrimitiveName, Kernel>> = {
  ...loops,
  add: (v, n, o, a, stepA, b, stepB) => {
    for (let i = 0; i < n; i++) v[o + i] = (v[a + i * stepA] as number) + (v[b + i * stepB] as number);
  },
  multiply: (v, n, o, a, stepA, b, stepB) => {
    for (let i = 0; i < n; i++) v[o + i] = (v[a + i * stepA] as number) * (v[b + i * stepB] as number);
  },
};
