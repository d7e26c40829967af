import { describe, GraphError } from '@chainrule/core';
import { fill } from './fill.ts';
import type { Initializer } from './initializer.ts';

/**
 * Uniform in [low, high); −1…1 if nothing else is said, like `parameter()` itself.
 * @throws GraphError if low or high is not a finite number, or low is not below high.
 * @example linear([x, y], 3, { initializer: uniform(-0.1, 0.1) })
 */
export function uniform(low = -1, high = 1): Initializer {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low >= high)
    throw new GraphError(
      `uniform(low, high) needs two finite numbers with low < high, not ${describe(low)} and ${describe(high)}.`,
    );
  return (rows, columns, random) => fill(rows, columns, () => random.uniform(low, high));
}
