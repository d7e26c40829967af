import { cosineCoefficients, sineCoefficients } from './coefficients.ts';
import { upper } from './doubleDouble.ts';
import { polynomial } from './polynomial.ts';

/** sin(h + l) − h for |h| ≤ π/4 and a tiny l: h·z·S(z) + l·cos(h), z = h², cos(h) to 2 % (fdlibm, Ng 1993). */
export function sineTail(h: number, l: number): number {
  const z = h * h;
  return h * z * polynomial(sineCoefficients, z) + l * (1 - 0.48 * z);
}

/** 1 − u²/2, where u is the upper half of h: the leading part of cos(h + l). */
export function cosineHead(h: number): number {
  const u = upper(h);
  return 1 - 0.5 * u * u;
}

/**
 * cos(h + l) − cosineHead(h) for |h| ≤ π/4 and a tiny l.
 *
 * The error of the head, z²·C(z), half of h² − u², and l·sin(h), sin(h) to 2 %; z = h² (fdlibm, Ng 1993, with an exact square u²).
 */
export function cosineTail(h: number, l: number): number {
  const u = upper(h);
  const a = 0.5 * u * u;
  const z = h * h;
  return (
    1 - (1 - a) - a + (z * z * polynomial(cosineCoefficients, z) - (0.5 * (h - u) * (h + u) + h * l * (1 - 0.17 * z)))
  );
}
