import { checkNames } from '../check.ts';
import type { Rate } from '../schedules/schedule.ts';
import { addDecayedWeights } from './addDecayedWeights.ts';
import { chained } from './chain.ts';
import { type AdamOptions, scaleByAdam } from './scaleByAdam.ts';
import { scaleByLearningRate } from './scaleByLearningRate.ts';
import type { Optimizer } from './transform.ts';

export interface AdamwOptions extends AdamOptions {
  /** How strongly parameters are pulled to 0, in units of the rate. Default 0.01. */
  readonly weightDecay?: number;
}

/**
 * Adam with weight decay that the division by the root of squares does not touch. Defaults: rate 0.001, weight decay
 * 0.01, the rest as `adam`.
 *
 * p ← p − rate · (adam's direction + weightDecay · p) (Loshchilov & Hutter 2017, with PyTorch's defaults)
 * @throws TrainingError if the rate or the weight decay is negative, a β not in 0…1, or ε not positive.
 * @example await train(loss, rows, { optimizer: adamw(0.001, { weightDecay: 0.1 }) });
 */
export function adamw(rate: Rate = 0.001, given: AdamwOptions = {}): Optimizer {
  checkNames('adamw', given, ['beta1', 'beta2', 'epsilon', 'weightDecay']);
  const { weightDecay = 0.01, ...options } = given;
  const stages = [scaleByAdam(options), addDecayedWeights(weightDecay), scaleByLearningRate(rate)];
  return chained('adamw', { rate, weightDecay, ...options }, stages) as Optimizer;
}
