import { check } from '../check.ts';
import { defineRule } from './defineRule.ts';
import { divide, less, multiply, select, sqrt, sumBatch } from './expressions.ts';
import type { Transform } from './transform.ts';

/**
 * Shortens the whole gradient to a length of `limit` if it is longer; its direction stays.
 *
 * u ← u · limit / max(limit, ‖u‖) (Pascanu, Mikolov & Bengio 2013); the squares are summed as `sumBatch` sums samples, so
 * that every engine gets the same norm to the last bit.
 * @throws TrainingError if the limit is not positive.
 * @example chain(clipByGlobalNorm(1), adam())
 */
export function clipByGlobalNorm(limit: number): Transform {
  check(limit > 0, 'clipByGlobalNorm: the limit', limit, 'a positive number');
  return defineRule('clipByGlobalNorm', { limit }, 0, (update) => {
    const norm = sqrt(sumBatch(multiply(update, update)));
    const shortened = multiply(update, divide(limit, norm));
    return { update: select(less(limit, norm), shortened, update), memory: [] };
  });
}
