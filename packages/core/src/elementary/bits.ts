const buffer: ArrayBuffer = /* @__PURE__ */ new ArrayBuffer(8);
const float: Float64Array = /* @__PURE__ */ new Float64Array(buffer);
const words: Int32Array = /* @__PURE__ */ new Int32Array(buffer);

/**
 * 2^k at index k + 1,022, for −1,022 ≤ k ≤ 1,024 (Infinity), by doubling.
 *
 * A table, because JavaScript builds a float from its bits only through memory, which stalls; SIMD code shifts k + 1,023 into place.
 */
const powers: Float64Array = /* @__PURE__ */ (() => {
  const table = new Float64Array(2047);
  for (let i = 0, p = 2.2250738585072014e-308; i < 2047; i++, p *= 2) table[i] = p;
  return table;
})();

/** 2^k for an integer −1,022 ≤ k ≤ 1,023; Infinity for 1,024. */
export function powerOfTwo(k: number): number {
  return powers[k + 1022] as number;
}

/**
 * y·2^k for an integer |k| ≤ 2,044, rounded once where the result is denormal.
 *
 * Two multiplications by half the exponent each: (y·2^⌊k/2⌋)·2^⌈k/2⌉.
 */
export function scale(y: number, k: number): number {
  const half = k >> 1;
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

/** The integer k for which x·2^−k lies in [√½, √2), for a finite x > 0, denormal or not. */
export function exponentOf(x: number): number {
  // 0x1p-1022 and 0x1p54
  const denormal = x < 2.2250738585072014e-308;
  float[0] = denormal ? x * 18014398509481984 : x;
  // 0x3fe6a09e is the high word of √½; 0x3ff00000 that of 1
  return (((words[1] as number) + (0x3ff00000 - 0x3fe6a09e)) >> 20) - (denormal ? 1077 : 1023);
}
