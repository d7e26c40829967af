const view = new DataView(new ArrayBuffer(8));

/** The double with the given bits, as sixteen hexadecimal digits. */
export function fromBits(hex: string): number {
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

/** How many doubles lie from `a` to `b`; NaN has no distance but to itself. */
export function ulpDistance(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Number.POSITIVE_INFINITY;
  const difference = place(a) - place(b);
  return Number(difference < 0n ? -difference : difference);
}

/** The place of a number among all doubles in order. */
function place(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** The distance from |x| to the next larger double. */
export function ulp(x: number): number {
  const a = Math.abs(x);
  if (a >= 2 ** 1023) return 2 ** 971;
  view.setFloat64(0, a);
  view.setBigInt64(0, view.getBigInt64(0) + 1n);
  return view.getFloat64(0) - a;
}

/** A number to more digits than a double has: `value` + `residual` thousandths of an ulp of `value`. */
export interface Exact {
  readonly value: number;
  readonly residual: number;
}

/** The error of a number in ulps of the exact one, or of `unit` where that is larger. */
export function ulpError(actual: number, { value, residual }: Exact, unit = 0): number {
  if (actual === value && !Number.isFinite(value)) return 0;
  if (!Number.isFinite(actual) || !Number.isFinite(value)) return Number.POSITIVE_INFINITY;
  const error = actual - value - (residual / 1000) * ulp(value);
  return Math.abs(error) / ulp(Math.max(Math.abs(value), Math.abs(unit)));
}
