import { type Machine, type Program, randomGenerator } from '@chainrule/core';

/** Batches around the width of a vector, the length of a tile, and far beyond. */
export const counts: readonly number[] = [1, 2, 3, 5, 64, 65, 130, 1000];

/** Numbers at which operations have something special to do. */
export const special: readonly number[] = [
  ...[0, -0, 1, -1, 0.5, -2.5, 3, 5e-324, -5e-324, 1e-310, 2.2e-308, 1e-300, 1e300, -1e300, 710, -746, 1e22, 2 ** 52],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
];

/** A column for each input slot, of numbers from −1.5 to 1.5; of a share of them, special ones instead. */
export function columnsFor({ slots }: Program, count: number, share = 0, seed: number = count): Float64Array[] {
  const { next, uniform, integer } = randomGenerator(seed);
  const one = (): number => (next() < share ? (special[integer(special.length)] as number) : uniform(-1.5, 1.5));
  return Array.from({ length: slots }, () => Float64Array.from({ length: count }, one));
}

/** What a machine gives, in lists that hold something else before. */
export function resultsOf(
  machine: Machine,
  columns: readonly ArrayLike<number>[],
  count: number,
  rows?: ArrayLike<number>,
): Float64Array[] {
  const { outputs, rank } = machine.program;
  const results = Array.from(outputs, (id) => new Float64Array(rank[id] === 1 ? count : 1).fill(12345));
  machine.run(columns, count, results, rows);
  return results;
}

/** Where two lists of results differ in a bit: output, sample and both numbers; undefined if nowhere. */
export function difference(expected: readonly Float64Array[], found: readonly Float64Array[]): string | undefined {
  for (let i = 0; i < expected.length; i++) {
    const [a, b] = [expected[i] as Float64Array, found[i] as Float64Array];
    for (let s = 0; s < a.length; s++)
      if (!Object.is(a[s], b[s])) return `output ${i}, sample ${s}: ${b[s]}, expected ${a[s]}`;
  }
  return undefined;
}

/** The largest |difference| / max(1, |exact|) of two lists of results; infinite where only one is a number. */
export function distance(expected: readonly Float64Array[], found: readonly Float64Array[]): number {
  let largest = 0;
  expected.forEach((list, i) => {
    list.forEach((exact, s) => {
      const value = found[i]?.[s] as number;
      if (Object.is(exact, value)) return;
      const off = Math.abs(value - exact) / Math.max(1, Math.abs(exact));
      largest = Math.max(largest, Number.isNaN(off) ? Number.POSITIVE_INFINITY : off);
    });
  });
  return largest;
}
