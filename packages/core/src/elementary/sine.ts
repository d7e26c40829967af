import { reducePi, remainder } from './reducePi.ts';
import { cosineHead, cosineTail, sineTail } from './sineKernel.ts';

/** sin(quadrant·π/2 + remainder). */
function sineOfQuadrant(quadrant: number): number {
  const h = remainder[0] as number;
  const l = remainder[1] as number;
  const y = quadrant & 1 ? cosineHead(h) + cosineTail(h, l) : h - sineTail(h, l);
  return quadrant & 2 ? -y : y;
}

/**
 * The sine of x radians.
 *
 * `reducePi`, then the polynomial of `sineTail` or `cosineTail`. Largest error measured: 0.79 ulp, up to |x| = 1.8e308.
 *
 * sin(±0) = ±0, sin(±Infinity) = NaN; NaN gives NaN.
 */
export function sin(x: number): number {
  return sineOfQuadrant(reducePi(x));
}

/**
 * The cosine of x radians.
 *
 * `reducePi`, then the polynomial of `sineTail` or `cosineTail`. Largest error measured: 0.89 ulp, up to |x| = 1.8e308.
 *
 * cos(±0) = 1, cos(±Infinity) = NaN; NaN gives NaN.
 */
export function cos(x: number): number {
  return sineOfQuadrant(reducePi(x) + 1);
}
