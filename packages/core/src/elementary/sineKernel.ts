import { cosineCoefficients, sineCoefficients } from './coefficients.ts';
import { polynomial } from './polynomial.ts';

/** 1 − h²/2: the leading part of cos(h − l). */
export function cosineHead(h: number): number {
  return 1 - 0.5 * (h * h);
}

/** h − sin(h − l) for |h| ≤ π/4 and a tiny l: h·z·S(z) + l·(1 − z/2), z = h² (as fdlibm, Ng 1993). */
export function sineTail(h: number, l: number): number {
  const z = h * h;
  return h * (z * polynomial(sineCoefficients, z)) + l * cosineHead(h);
}

/** cos(h − l) − cosineHead(h) for such h and l: the error of the head, z²·C(z) and l·sin(h), sin(h) to 11 %, z = h². */
export function cosineTail(h: number, l: number): number {
  const z = h * h;
  const half = 0.5 * z;
  return 1 - (1 - half) - half + (z * z * polynomial(cosineCoefficients, z) + h * l);
}
