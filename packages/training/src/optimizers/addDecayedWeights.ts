import { check } from '../check.ts';
import { defineRule } from './defineRule.ts';
import { add, multiply } from './expressions.ts';
import type { Transform } from './transform.ts';

/**
 * Weight decay: pulls every parameter towards 0. After `scaleByAdam` it is AdamW's decoupled decay; before an optimizer
 * it is the gradient of decay/2 · Σp².
 *
 * u ← u + decay · p (Loshchilov & Hutter 2017)
 * @throws TrainingError if the decay is negative or not finite.
 * @example chain(addDecayedWeights(1e-4), sgd(0.01))
 */
export function addDecayedWeights(decay: number): Transform {
  check(Number.isFinite(decay) && decay >= 0, 'addDecayedWeights: the decay', decay, 'a number that is not negative');
  return defineRule('addDecayedWeights', { decay }, 0, (update, { parameter }) => ({
    update: add(update, multiply(decay, parameter)),
    memory: [],
  }));
}
