import { describe, GraphError, type NodeLike } from '@chainrule/core';

/**
 * Checks a setting that is given as a plain number; nodes pass.
 * @throws GraphError if it does not hold.
 */
export function requireNumber(where: string, value: NodeLike, holds: (x: number) => boolean, expected: string): void {
  if (typeof value === 'number' && !holds(value))
    throw new GraphError(`${where} is ${describe(value)}, expected ${expected}.`);
}
