import { check } from '../check.ts';
import { defineTransform, type Transform } from './transform.ts';

/**
 * Cuts every update to −limit…limit.
 *
 * u ← max(−limit, min(limit, u))
 * @throws TrainingError if the limit is not positive.
 * @example chain(clipByValue(1), sgd(0.01))
 */
export function clipByValue(limit: number): Transform {
  check(limit > 0, 'clipByValue: the limit', limit, 'a positive number');
  return defineTransform('clipByValue', { limit }, 0, (updates) => {
    for (let i = 0; i < updates.length; i++) updates[i] = Math.max(-limit, Math.min(limit, updates[i] as number));
  });
}
