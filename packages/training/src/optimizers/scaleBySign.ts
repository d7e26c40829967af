import { defineRule } from './defineRule.ts';
import { sign } from './expressions.ts';
import type { Transform } from './transform.ts';

/**
 * Keeps of each update only its sign: −1, 0 or 1.
 *
 * u ← sign u (Bernstein et al. 2018)
 * @example chain(scaleBySign(), scaleByLearningRate(0.001)) // sign descent
 */
export function scaleBySign(): Transform {
  return defineRule('scaleBySign', {}, 0, (update) => ({ update: sign(update), memory: [] }));
}
