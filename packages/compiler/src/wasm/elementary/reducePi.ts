import { add, multiply, subtract, type Term, type Value } from './arithmetic.ts';

/** x = quadrant·π/2 + h − l; the quadrant stands in the two lowest bits. */
export type Reduced = readonly [quadrant: Value, h: Value, l: Term];

/** `reducePi` of core, for x that are not large. */
export function reducePi(x: Value): Reduced {
  const { exact, rounder, halfPi } = x.of;
  const [high, middle, low] = halfPi;
  const quadrant = add(multiply(x, 0.6366197723675814), rounder) as Value;
  const k = subtract(quadrant, rounder);
  const r = subtract(x, multiply(k, high));
  const w = multiply(k, middle);
  const t = subtract(r, w);
  const kLow = multiply(k, low);
  const h = (exact ? t : subtract(t, kLow)) as Value;
  return [quadrant, h, exact ? add(subtract(w, subtract(r, t)), kLow) : 0];
}
