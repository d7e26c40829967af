import { checkNames } from '../check.ts';
import type { Rate } from '../schedules/schedule.ts';
import { addDecayedWeights } from './addDecayedWeights.ts';
import { chained } from './chain.ts';
import { scaleByLearningRate } from './scaleByLearningRate.ts';
import { type LionScaling, scaleByLion } from './scaleByLion.ts';
import type { Optimizer } from './transform.ts';

export interface LionOptions extends LionScaling {
  /** How strongly parameters are pulled to 0, in units of the rate. Default 0. */
  readonly weightDecay?: number;
}

/**
 * Lion: steps of exactly the rate's size, in the direction of a mixture of momentum and gradient. Its rate should be three
 * to ten times smaller than Adam's. Defaults: rate 1e-4, β₁ 0.9, β₂ 0.99, no weight decay.
 *
 * p ← p − rate · (sign(β₁m + (1 − β₁)g) + weightDecay · p), m ← β₂m + (1 − β₂)g (Chen et al. 2023)
 * @throws TrainingError if the rate or the weight decay is negative, or a β not in 0…1.
 * @example await train(loss, rows, { optimizer: lion(3e-4) });
 */
export function lion(rate: Rate = 1e-4, given: LionOptions = {}): Optimizer {
  checkNames('lion', given, ['beta1', 'beta2', 'weightDecay']);
  const { weightDecay = 0, ...options } = given;
  const stages = [scaleByLion(options), addDecayedWeights(weightDecay), scaleByLearningRate(rate)];
  return chained('lion', { rate, weightDecay, ...options }, stages) as Optimizer;
}
