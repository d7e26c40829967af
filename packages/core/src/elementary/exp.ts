import { scale } from './bits.ts';
import { expCoefficients } from './coefficients.ts';
import { polynomial } from './polynomial.ts';

/** ln 2 = ln2High + ln2Low; the first has 42 bits, so that k·ln2High is exact for |k| < 2^11 (Cody & Waite 1980). */
export const ln2High = 0.6931471805598903;
export const ln2Low = 5.497923018708371e-14;

/** Added and subtracted, 1.5·2^52 rounds to the nearest integer, ties to even. */
export const rounder = 6755399441055744;

/** The integer k for which x − k·ln 2 lies between ln(3/4) and ln(3/2): such bounds make 2^k·exp(…) − 1 amplify no error. */
export function exponentOfExp(x: number): number {
  return x * Math.LOG2E - 0.0849625 + rounder - rounder;
}

/** 1 + h − exp(h − l) for ln(3/4) ≤ h − l ≤ ln(3/2) and |l| far below |h|: l + r³·T(r) − r²/2, r = h − l. */
export function expTail(h: number, l: number): number {
  const r = h - l;
  const z = r * r;
  return l + (r * z * polynomial(expCoefficients, r) - 0.5 * z);
}

/**
 * exp(high + low) for |high| ≤ 1,000 and |low| ≤ 2^−20·|high|, to 0.8 ulp.
 *
 * h = high − k·ln2High (exact), l = k·ln2Low − low, result 2^k·(1 + (h − expTail(h, l))).
 */
export function expOfSum(high: number, low: number): number {
  const k = exponentOfExp(high);
  const h = high - k * ln2High;
  return scale(1 + (h - expTail(h, k * ln2Low - low)), k);
}

/**
 * The exponential function eˣ.
 *
 * Reduction by multiples of ln 2 and a polynomial (Cody & Waite 1980; Muller, Elementary Functions, chapter 11), as in
 * `expOfSum`, but of the rounded r = h − l. Largest error measured: 0.92 ulp.
 *
 * exp(±0) = 1, exp(−Infinity) = 0, exp(Infinity) = Infinity; Infinity above 709.78, 0 below −745.13; NaN gives NaN.
 */
export function exp(x: number): number {
  const c = x > 710 ? 710 : Math.max(x, -746);
  const k = exponentOfExp(c);
  const r = c - k * ln2High - k * ln2Low;
  return scale(1 + (r - expTail(r, 0)), k);
}
