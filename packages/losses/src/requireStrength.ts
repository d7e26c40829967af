import type { NodeLike } from '@chainrule/core';
import { requireNumber } from './requireNumber.ts';

/**
 * Checks the factor of a penalty.
 * @throws GraphError if it is a number that is negative or not finite.
 */
export function requireStrength(penalty: string, strength: NodeLike): void {
  requireNumber(
    `${penalty}: strength`,
    strength,
    (x) => x >= 0 && x < Number.POSITIVE_INFINITY,
    'a finite number that is not below 0, such as 0.001',
  );
}
