import { describe, GraphError, normal } from '@chainrule/core';
import type { Initializer } from './initializer.ts';

/**
 * A matrix W drawn evenly from those with orthonormal rows, W·Wᵀ = gain² · I, or, with more rows than columns, orthonormal
 * columns, Wᵀ·W = gain² · I (Saxe, McClelland & Ganguli 2013): random vectors, each made orthogonal to those before it.
 * @throws GraphError if the gain is not a positive finite number.
 * @example linear(features, 8, { initializer: orthogonal() })
 */
export function orthogonal(gain = 1): Initializer {
  if (!(gain > 0 && gain < Number.POSITIVE_INFINITY))
    throw new GraphError(`orthogonal(gain) needs a positive finite number, not ${describe(gain)}.`);
  return (rows, columns, random) => {
    const wide = rows <= columns;
    const vectors: Float64Array[] = [];
    for (let k = 0; k < Math.min(rows, columns); k++) {
      const vector = new Float64Array(Math.max(rows, columns)).map(() => normal(random));
      // twice is enough: what rounding leaves of the first pass, the second removes (Parlett 1980)
      for (let pass = 0; pass < 2; pass++)
        for (const earlier of vectors) subtract(vector, earlier, dot(vector, earlier));
      const length = Math.sqrt(dot(vector, vector));
      vectors.push(vector.map((x) => x / length));
    }
    const matrix = new Float64Array(rows * columns);
    vectors.forEach((vector, k) => {
      vector.forEach((x, i) => {
        matrix[wide ? k * columns + i : i * columns + k] = gain * x;
      });
    });
    return matrix;
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
}

/** a ← a − factor · b */
function subtract(a: Float64Array, b: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] as number) - factor * (b[i] as number);
}
