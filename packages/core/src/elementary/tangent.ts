import { productTail, quotientTail } from './doubleDouble.ts';
import { reducePi, remainder } from './reducePi.ts';
import { cosineHead, cosineTail, sineTail } from './sineKernel.ts';

/**
 * The tangent of x radians.
 *
 * `reducePi`, then sin/cos, or −cos/sin in odd quadrants, both in two terms, the cosine with the rounding error of h², and the
 * quotient corrected by its remainder. Largest error measured: 0.97 ulp, up to |x| = 1.8e308.
 *
 * tan(±0) = ±0, tan(±Infinity) = NaN; no f64 is a multiple of π/2, so that tan is finite; NaN gives NaN.
 */
export function tan(x: number): number {
  if (Math.abs(x) < 7e-9) return x;
  const odd = reducePi(x) & 1;
  const h = remainder[0] as number;
  const l = remainder[1] as number;
  const st = sineTail(h, l);
  const s = h - st;
  const sLow = h - s - st;
  const head = cosineHead(h);
  const ct = cosineTail(h, l) - 0.5 * productTail(h, h, h * h);
  const c = head + ct;
  const cLow = head - c + ct;
  const n = odd ? -c : s;
  const nLow = odd ? -cLow : sLow;
  const d = odd ? s : c;
  const dLow = odd ? sLow : cLow;
  const inverse = 1 / d;
  const q = n * inverse;
  return q + quotientTail(n, nLow, d, dLow, q, inverse);
}
