/** The upper 26 bits of `a`, rounded (Veltkamp 1968), for |a| < 2^996; `a − upper(a)` is exact and has 26 bits too. */
export function upper(a: number): number {
  const c = 134217729 * a;
  return c - (c - a);
}

/**
 * The correction of a quotient q ≈ n/d: ((n + nLow) − q·(d + dLow))·inverse with inverse ≈ 1/d, the product q·d taken exactly (Dekker
 * 1971), so that q itself may come from a multiplication by the inverse.
 *
 * `q + quotientTail(…)`, unevaluated, is (n + nLow)/(d + dLow) to some 100 bits.
 */
export function quotientTail(n: number, nLow: number, d: number, dLow: number, q: number, inverse: number): number {
  const p = q * d;
  const q1 = upper(q);
  const q2 = q - q1;
  const d1 = upper(d);
  const d2 = d - d1;
  const error = q1 * d1 - p + q1 * d2 + q2 * d1 + q2 * d2;
  return (n - p - error + (nLow - q * dLow)) * inverse;
}
