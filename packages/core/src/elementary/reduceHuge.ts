import { exponentOf, scale } from './bits.ts';
import { productTail } from './doubleDouble.ts';
import { rounder } from './exp.ts';
import { twoOverPi } from './twoOverPi.ts';

/**
 * `reducePi` for any |x| ≥ 32: x times only those bits of 2/π that matter (Payne & Hanek 1983).
 *
 * x = 2^(24·shift)·(m₀ + m₁·2^−24 + m₂·2^−48) with integers m₀ < 2^28.5 and m₁, m₂ < 2^24; the products with the 24-bit digits of 2/π
 * are summed by columns of equal weight, each exact and taken modulo 4, the highest first. Eight columns leave an error of
 * 2^−140, where the remainder of an f64 is at least 2^−62. NaN and ±Infinity leave NaN.
 */
export function reduceHuge(x: number, remainder: Float64Array): number {
  const a = Math.abs(x);
  if (!(a < Infinity)) {
    remainder[0] = remainder[1] = NaN;
    return 0;
  }
  const shift = Math.floor((exponentOf(a) - 5) / 24);
  const z = scale(a, -24 * shift);
  const m0 = Math.floor(z);
  const z1 = (z - m0) * 16777216;
  const m1 = Math.floor(z1);
  const m2 = (z1 - m1) * 16777216;
  // x·2/π modulo 4, less its integer k: h + l
  let h = 0;
  let l = 0;
  let k = 0;
  let unit = 1;
  for (let n = 0; n < 8; n++) {
    const i = shift + 2 + n;
    let t =
      (m0 * (twoOverPi[i] as number) + m1 * (twoOverPi[i - 1] as number) + m2 * (twoOverPi[i - 2] as number)) * unit;
    t -= 4 * Math.floor(t / 4);
    const sum = h + t;
    const b = sum - h;
    l += h - (sum - b) + (t - b);
    h = sum;
    if (n === 2) {
      k = h + rounder - rounder;
      h -= k;
    }
    unit *= 5.9604644775390625e-8; // 2^−24
  }
  const f = h + l;
  l = h - f + l;
  const y = f * 1.5707963267948966;
  const e = productTail(f, 1.5707963267948966, y) + (f * 6.123233995736766e-17 + l * 1.5707963267948966);
  const s = y + e;
  const sign = x < 0 ? -1 : 1;
  remainder[0] = sign * s;
  remainder[1] = sign * (s - y - e);
  return (sign * k) & 3;
}
