import { type FunctionWriter, type } from '../encoder.ts';
import type { Vector } from '../vectors.ts';
import { abs, add, less, localOf, multiply, subtract, type Term, type Value } from './arithmetic.ts';
import { parts } from './coefficients.ts';

/** x = quadrant·π/2 + h + l; the quadrant stands in the two lowest bits. */
export type Reduced = readonly [quadrant: Value, h: Value, l: Term];

/** `reducePi` of core; lanes of at least 12,000 (300 in f32) go to `reduceLarge`, whose code rarely runs. */
export function reducePi(x: Value): Reduced {
  const { v, exact, rounder, reduceLarge } = x.of;
  const { f } = v;
  const [high, middle, low] = parts[v.precision].halfPi;
  const quadrant = add(multiply(x, 0.6366197723675814), rounder) as Value;
  const k = subtract(quadrant, rounder);
  const r = subtract(x, multiply(k, high));
  const w = multiply(k, middle);
  const t = subtract(r, w);
  const b = subtract(t, r);
  const kLow = multiply(k, low);
  const u = subtract(subtract(subtract(r, subtract(t, b)), add(w, b)), kLow);
  const h = (exact ? add(t, u) : subtract(t, kLow)) as Value;
  const results = [quadrant, h, exact ? add(subtract(t, h), u) : 0] as const;
  const [limit, allTrue] = v.bytes === 8 ? [12000, 0xc3] : [300, 0xa3];
  const small = localOf(x.of, less(abs(x), limit));
  f.get(small);
  f.simd(allTrue);
  f.op(0x45);
  f.when(() => {
    const large = reduceLarge(v.choose(v.constant(limit), x.local, small));
    results.forEach((result, i) => {
      if (result === 0) return;
      const { local } = result as Value;
      f.get(v.choose(local, large[i] as Vector, small));
      f.set(local);
    });
  });
  return results;
}

/** Calls a function of the module, see `reduceHuge`. */
export function callReduceHuge(f: FunctionWriter, reduceHuge: FunctionWriter, x: Vector): readonly Vector[] {
  const results = [0, 1, 2].map(() => f.local(type.v128));
  f.get(x);
  f.call(reduceHuge);
  for (const local of results.toReversed()) f.set(local);
  return results;
}
