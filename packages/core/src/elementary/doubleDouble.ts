/** The upper 26 bits of `a`, rounded (Veltkamp 1968), for |a| < 2^996; `a − upper(a)` is exact and has 26 bits too. */
export function upper(a: number): number {
  const c = 134217729 * a;
  return c - (c - a);
}

/** a·b − p, exact where p is a·b rounded and nothing underflows (Dekker 1971). */
export function productTail(a: number, b: number, p: number): number {
  const a1 = upper(a);
  const a2 = a - a1;
  const b1 = upper(b);
  const b2 = b - b1;
  return a1 * b1 - p + a1 * b2 + a2 * b1 + a2 * b2;
}

/**
 * The correction of a quotient q ≈ n/d: ((n + nLow) − q·(d + dLow))·inverse with inverse ≈ 1/d, the product q·d taken exactly, so
 * that q itself may come from a multiplication by the inverse.
 *
 * `q + quotientTail(…)`, unevaluated, is (n + nLow)/(d + dLow) to some 100 bits.
 */
export function quotientTail(n: number, nLow: number, d: number, dLow: number, q: number, inverse: number): number {
  const p = q * d;
  return (n - p - productTail(q, d, p) + (nLow - q * dLow)) * inverse;
}
