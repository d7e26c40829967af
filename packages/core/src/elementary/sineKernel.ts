import { cosineCoefficients, sineCoefficients } from './coefficients.ts';
import { upper } from './doubleDouble.ts';
import { polynomial } from './polynomial.ts';

/**
 * sin(h + l) − h for |h| ≤ π/4 and a tiny l: h·(−z/6 + z²·S(z)) + l·cos(h), z = h², cos(h) to 2 % (fdlibm, Ng 1993).
 *
 * −z/6 is kept in two terms, the first of them exact, because it decides the accuracy of tan.
 */
export function sineTail(h: number, l: number): number {
  const u = upper(h);
  const z = h * h;
  const z1 = upper(z);
  const z2 = u * u - z1 + (h - u) * (h + u);
  const low = z2 * -0.16666666666666666 + z1 * 1.241763432820638e-9 + z * z * polynomial(sineCoefficients, z);
  return h * (z1 * -0.1666666679084301 + low) + l * (1 - 0.48 * z);
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
