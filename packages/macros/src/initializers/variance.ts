import { normal } from '@chainrule/core';
import { fill } from './fill.ts';
import type { Initializer } from './initializer.ts';

/** The variance that weights should have, by the number of inputs and outputs of their layer. */
export type Variance = (fanIn: number, fanOut: number) => number;

/** Uniform in ±√(3 · variance). */
export function uniformOfVariance(variance: Variance): Initializer {
  return (rows, columns, random) => {
    const limit = Math.sqrt(3 * variance(columns, rows));
    return fill(rows, columns, () => random.uniform(-limit, limit));
  };
}

/** Normal with mean 0 and deviation √variance. */
export function normalOfVariance(variance: Variance): Initializer {
  return (rows, columns, random) => {
    const deviation = Math.sqrt(variance(columns, rows));
    return fill(rows, columns, () => deviation * normal(random));
  };
}
