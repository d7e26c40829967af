import { checkNames } from '../check.ts';
import type { Rate } from '../schedules/schedule.ts';
import { chained } from './chain.ts';
import { type AdamOptions, scaleByAdam } from './scaleByAdam.ts';
import { scaleByLearningRate } from './scaleByLearningRate.ts';
import type { Optimizer } from './transform.ts';

/**
 * Adam: steps of about the rate's size for every parameter, whatever the scale of its gradient. Defaults: rate 0.001,
 * β₁ 0.9, β₂ 0.999, ε 1e-8.
 *
 * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², p ← p − rate · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε) (Kingma & Ba 2014)
 * @throws TrainingError if the rate is negative, a β not in 0…1, or ε not positive.
 * @example await train(loss, rows, { optimizer: adam(0.01) });
 */
export function adam(rate: Rate = 0.001, options: AdamOptions = {}): Optimizer {
  checkNames('adam', options, ['beta1', 'beta2', 'epsilon']);
  return chained('adam', { rate, ...options }, [scaleByAdam(options), scaleByLearningRate(rate)]) as Optimizer;
}
