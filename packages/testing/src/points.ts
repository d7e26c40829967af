import type { RandomGenerator } from '@chainrule/core';

const view = new DataView(new ArrayBuffer(8));

/** A double of random bits: every size and sign, sometimes infinite or not a number. */
export function anyDouble(random: RandomGenerator): number {
  view.setUint32(0, random.integer(2 ** 32));
  view.setUint32(4, random.integer(2 ** 32));
  return view.getFloat64(0);
}

/** A number of either sign whose size is log-uniform between two powers of two. */
export function ofAnySize(random: RandomGenerator, lowest = -30, highest = 30): number {
  return (random.integer(2) === 0 ? -1 : 1) * 2 ** random.uniform(lowest, highest);
}

/** All tuples of `length` elements of `xs`. */
export function tuples(xs: readonly number[], length: number): number[][] {
  let rows: number[][] = [[]];
  for (let i = 0; i < length; i++) rows = rows.flatMap((row) => xs.map((x) => [...row, x]));
  return rows;
}
