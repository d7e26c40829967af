import { check } from '../check.ts';
import { defineTransform, type Transform } from './transform.ts';

/**
 * Shortens the whole gradient to a length of `limit` if it is longer; its direction stays.
 *
 * u ← u · limit / max(limit, ‖u‖) (Pascanu, Mikolov & Bengio 2013)
 * @throws TrainingError if the limit is not positive.
 * @example chain(clipByGlobalNorm(1), adam())
 */
export function clipByGlobalNorm(limit: number): Transform {
  check(limit > 0, 'clipByGlobalNorm: the limit', limit, 'a positive number');
  return defineTransform('clipByGlobalNorm', { limit }, 0, (updates) => {
    let squares = 0;
    for (let i = 0; i < updates.length; i++) squares += (updates[i] as number) * (updates[i] as number);
    const norm = Math.sqrt(squares);
    if (norm <= limit) return;
    const factor = limit / norm;
    for (let i = 0; i < updates.length; i++) updates[i] = (updates[i] as number) * factor;
  });
}
