import { check } from '../check.ts';
import { defineRule } from './defineRule.ts';
import { max, min } from './expressions.ts';
import type { Transform } from './transform.ts';

/**
 * Cuts every update to −limit…limit.
 *
 * u ← max(−limit, min(limit, u))
 * @throws TrainingError if the limit is not positive.
 * @example chain(clipByValue(1), sgd(0.01))
 */
export function clipByValue(limit: number): Transform {
  check(limit > 0, 'clipByValue: the limit', limit, 'a positive number');
  return defineRule('clipByValue', { limit }, 0, (update) => ({
    update: max(-limit, min(limit, update)),
    memory: [],
  }));
}
