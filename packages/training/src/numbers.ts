/** Numbers as JSON can hold them without loss: −0, NaN and the infinities, for which it has no spelling, as text. */
export type Numbers = readonly (number | string)[];

/** A list of numbers as plain data. */
export function saveNumbers(list: ArrayLike<number>): Numbers {
  return Array.from(list, (x) => (Number.isFinite(x) && !Object.is(x, -0) ? x : Object.is(x, -0) ? '-0' : String(x)));
}

/** The number that was saved; undefined if it is none. */
export function loadNumber(saved: unknown): number | undefined {
  if (typeof saved === 'number') return saved;
  return saved === '-0' || saved === 'NaN' || saved === 'Infinity' || saved === '-Infinity' ? Number(saved) : undefined;
}
