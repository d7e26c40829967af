import { rounder } from './exp.ts';
import { reduceHuge } from './reduceHuge.ts';

/** The remainder that the last call of `reducePi` left: x − k·π/2 as the first entry less the second. */
export const remainder: Float64Array = /* @__PURE__ */ new Float64Array(2);

/**
 * Reduces x modulo π/2: returns the quadrant k mod 4, k = round(x/(π/2)), and leaves x − k·π/2, at most π/4 in size, in `remainder`.
 *
 * |x| < 12,000: π/2 in three parts of 40, 39 and 53 bits (Cody & Waite 1980), so that k·part is exact for the first two; h = r − w
 * is exact where |r| < |w|, else w − (r − h) is (Dekker 1971). Beyond, NaN and ±Infinity included: `reduceHuge`.
 */
export function reducePi(x: number): number {
  if (!(Math.abs(x) < 12000)) return reduceHuge(x, remainder);
  const k = x * 0.6366197723675814 + rounder - rounder;
  const r = x - k * 1.5707963267941523; // exact
  const w = k * 7.443547480480255e-13; // exact
  const h = r - w;
  remainder[0] = h;
  remainder[1] = w - (r - h) + k * 6.36831716351095e-25;
  return k & 3;
}
