/**
 * A polynomial of even count of coefficients (highest degree first) at `x`, as two interleaved Horner chains in z = x²:
 * a = (c₀·z + c₂)·z + …, b = (c₁·z + c₃)·z + …, result a·x + b.
 *
 * Two chains halve the latency of one; the order of operations is fixed, so that SIMD code gives the same bits.
 */
export function polynomial(coefficients: readonly number[], x: number): number {
  const z = x * x;
  let a = coefficients[0] as number;
  let b = coefficients[1] as number;
  for (let i = 2; i < coefficients.length; i += 2) {
    a = a * z + (coefficients[i] as number);
    b = b * z + (coefficients[i + 1] as number);
  }
  return a * x + b;
}
