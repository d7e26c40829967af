import { scale } from './bits.ts';
import { expCoefficients } from './coefficients.ts';
import { upper } from './doubleDouble.ts';
import { polynomial } from './polynomial.ts';

/** ln 2 = ln2High + ln2Low; the first has 42 bits, so that k·ln2High is exact for |k| < 2^11 (Cody & Waite 1980). */
export const ln2High = 0.6931471805598903;
export const ln2Low = 5.497923018708371e-14;

/** Added and subtracted, 1.5·2^52 rounds to the nearest integer, ties to even. */
export const rounder = 6755399441055744;

/**
 * exp(h + l) − 1 − h for |h + l| ≤ ln(2)/2 and |l| far below |h|.
 *
 * With r = h + l and u the upper half of h: u²/2 (exact) + ((r² − u²)/2 + l + r³·T(r)), so that only the last sum rounds much.
 */
export function expTail(h: number, l: number): number {
  const r = h + l;
  const u = upper(h);
  return 0.5 * u * u + (0.5 * (h - u + l) * (r + u) + l + r * r * r * polynomial(expCoefficients, r));
}

/**
 * exp(high + low) for |high| ≤ 1,000 and |low| ≤ 2^−20·|high|, without a branch.
 *
 * k = round(high/ln 2), h = high − k·ln2High (exact), l = low − k·ln2Low, result 2^k·(1 + h + expTail(h, l)), where 1 + h is
 * kept in two terms (Dekker 1971).
 */
export function expOfSum(high: number, low: number): number {
  const k = high * Math.LOG2E + rounder - rounder;
  const h = high - k * ln2High;
  const one = 1 + h;
  return scale(one + (1 - one + h + expTail(h, low - k * ln2Low)), k);
}

/**
 * The exponential function eˣ.
 *
 * Reduction by multiples of ln 2 and a polynomial (Cody & Waite 1980; Muller, Elementary Functions, chapter 11), see
 * `expOfSum`. Largest error measured: 0.56 ulp, 0.75 where the result is denormal (there it rounds twice).
 *
 * exp(±0) = 1, exp(−Infinity) = 0, exp(Infinity) = Infinity; Infinity above 709.78, 0 below −745.13; NaN gives NaN.
 */
export function exp(x: number): number {
  return expOfSum(x > 710 ? 710 : Math.max(x, -746), 0);
}
