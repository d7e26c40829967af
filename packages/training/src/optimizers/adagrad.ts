import { checkNames } from '../check.ts';
import type { Rate } from '../schedules/schedule.ts';
import { chained } from './chain.ts';
import { type AdagradOptions, scaleByAdagrad } from './scaleByAdagrad.ts';
import { scaleByLearningRate } from './scaleByLearningRate.ts';
import type { Optimizer } from './transform.ts';

/**
 * AdaGrad: parameters with large or frequent gradients take ever smaller steps. Defaults: rate 0.01, ε 1e-10.
 *
 * v ← v + g², p ← p − rate · g / (√v + ε) (Duchi, Hazan & Singer 2011, with PyTorch's defaults)
 * @throws TrainingError if the rate is negative or ε not positive.
 * @example await train(loss, rows, { optimizer: adagrad(0.1) });
 */
export function adagrad(rate: Rate = 0.01, options: AdagradOptions = {}): Optimizer {
  checkNames('adagrad', options, ['epsilon']);
  return chained('adagrad', { rate, ...options }, [scaleByAdagrad(options), scaleByLearningRate(rate)]) as Optimizer;
}
