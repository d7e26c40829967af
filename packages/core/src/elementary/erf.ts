import { erfCoefficients, erfcCoefficients } from './coefficients.ts';
import { upper } from './doubleDouble.ts';
import { expOfSum } from './exp.ts';
import { polynomial } from './polynomial.ts';

/**
 * The error function 2/√π·∫₀ˣ exp(−t²) dt.
 *
 * |x| < 0.9: x + x·R(x² − 0.4); beyond: 1 − exp(−x²)·G((|x| − 1)/(|x| + 3)), with the square in two terms (the form of Cody 1969,
 * polynomials in place of his quotients). Largest error measured: 0.99 ulp.
 *
 * erf(±0) = ±0, erf(±Infinity) = ±1; ±1 from |x| = 5.93 on; NaN gives NaN.
 */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a < 0.9) return x + x * polynomial(erfCoefficients, x * x - 0.4);
  const c = Math.min(a, 6);
  const u = upper(c);
  const y = 1 - expOfSum(-u * u, (u - c) * (u + c)) * polynomial(erfcCoefficients, (c - 1) / (c + 3));
  return x < 0 ? -y : y;
}
