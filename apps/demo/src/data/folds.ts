import { randomGenerator, shuffle } from '@chainrule/core';

/** Rows to train on and rows that are kept away from training. */
export interface Fold<Row> {
  readonly training: readonly Row[];
  readonly test: readonly Row[];
}

/** Splits rows into `count` folds at random, each with the same share of every class; every row is a test row exactly once. */
export function folds<Row>(
  rows: readonly Row[],
  count: number,
  { classOf, seed }: { readonly classOf: (row: Row) => number; readonly seed: number },
): Fold<Row>[] {
  const generator = randomGenerator(seed);
  const shuffled = shuffle(generator, [...rows]).sort((a, b) => classOf(a) - classOf(b)); // the sort is stable
  return Array.from({ length: count }, (_, fold) => ({
    training: shuffled.filter((_, i) => i % count !== fold),
    test: shuffled.filter((_, i) => i % count === fold),
  }));
}
