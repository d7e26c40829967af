import { defineTransform, type Transform } from './transform.ts';

/**
 * Keeps of each update only its sign: −1, 0 or 1.
 *
 * u ← sign u (Bernstein et al. 2018)
 * @example chain(scaleBySign(), scaleByLearningRate(0.001)) // sign descent
 */
export function scaleBySign(): Transform {
  return defineTransform('scaleBySign', {}, 0, (updates) => {
    for (let i = 0; i < updates.length; i++) updates[i] = Math.sign(updates[i] as number);
  });
}
