import type { PrimitiveName, Value } from './primitives/primitive.ts';

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

/** The two loops that a network spends its time in, written out: the general one calls a function for each sample. */
const written: { readonly [name in PrimitiveName]?: Kernel } = {
  add: (v, n, o, a, stepA, b, stepB) => {
    for (let i = 0; i < n; i++) v[o + i] = (v[a + i * stepA] as number) + (v[b + i * stepB] as number);
  },
  multiply: (v, n, o, a, stepA, b, stepB) => {
    for (let i = 0; i < n; i++) v[o + i] = (v[a + i * stepA] as number) * (v[b + i * stepB] as number);
  },
};

/** The loop of a primitive, from what it means for numbers; arguments that it does not have are ignored. */
export function kernel({ name, value }: { readonly name: PrimitiveName; readonly value: Value }): Kernel {
  return written[name] ?? loopOf(value as (a: number, b: number, c: number) => number);
}

const loopOf =
  (f: (a: number, b: number, c: number) => number): Kernel =>
  (v, n, o, a, stepA, b, stepB, c, stepC) => {
    for (let i = 0; i < n; i++)
      v[o + i] = f(v[a + i * stepA] as number, v[b + i * stepB] as number, v[c + i * stepC] as number);
  };
