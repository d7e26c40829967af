import { describe, GraphError } from '@chainrule/core';
import { fill } from './fill.ts';
import type { Initializer } from './initializer.ts';

/**
 * The same number everywhere. (Weights of a hidden layer that start equal stay equal: this is for biases.)
 * @throws GraphError if the value is not a finite number.
 * @example linear([x, y], 3, { bias: constants(0.1) })
 */
export function constants(value: number): Initializer {
  if (!Number.isFinite(value)) throw new GraphError(`constants(value) needs a finite number, not ${describe(value)}.`);
  return (rows, columns) => fill(rows, columns, () => value);
}
