import { type FunctionWriter, type } from '../encoder.ts';
import type { Vector } from '../vectors.ts';
import {
  abs,
  add,
  choose,
  inParts,
  less,
  localsOf,
  multiply,
  newValue,
  otherwise,
  subtract,
  type Term,
  type Value,
} from './arithmetic.ts';
import { parts } from './coefficients.ts';

/** x = quadrant·π/2 + h − l; the quadrant stands in the two lowest bits. */
export type Reduced = readonly [quadrant: Value, h: Value, l: Term];

/** `reducePi` of core; lanes of at least 12,000 (300 in f32) go to `reduceLarge`, whose code rarely runs. */
export function reducePi(x: Value): Reduced {
  const { of } = x;
  const { v, exact, rounder } = of;
  const [high, middle, low] = parts[v.precision].halfPi;
  const limit = v.bytes === 8 ? 12000 : 300;
  const [small, ...results] = inParts(
    [x],
    (its) => {
      const quadrant = add(multiply(its, 0.6366197723675814), rounder) as Value;
      const k = subtract(quadrant, rounder);
      const r = subtract(its, multiply(k, high));
      const w = multiply(k, middle);
      const t = subtract(r, w);
      const kLow = multiply(k, low);
      const h = (exact ? t : subtract(t, kLow)) as Value;
      return [less(abs(its), limit), quadrant, h, exact ? add(subtract(w, subtract(r, t)), kLow) : 0] as const;
    },
    2,
  );
  otherwise(small, results, () => {
    const reduced = localsOf(of, choose(limit, x, small)).map(of.reduceLarge);
    return results.map((_, i) =>
      newValue(
        of,
        reduced.map((its) => its[i] as Vector),
      ),
    );
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
