import { checkNames } from '../check.ts';
import type { Rate } from '../schedules/schedule.ts';
import { chained } from './chain.ts';
import { scaleByLearningRate } from './scaleByLearningRate.ts';
import { type RmsOptions, scaleByRms } from './scaleByRms.ts';
import { trace } from './trace.ts';
import type { Optimizer } from './transform.ts';

export interface RmspropOptions extends RmsOptions {
  /** Momentum of the scaled gradients. Default 0. */
  readonly momentum?: number;
}

/**
 * RMSprop: divides each gradient by the root of a running mean of its squares. Defaults: rate 0.01, decay 0.99, ε 1e-8,
 * no momentum.
 *
 * v ← decay · v + (1 − decay)g², p ← p − rate · g / (√v + ε) (Tieleman & Hinton 2012, with PyTorch's defaults)
 * @throws TrainingError if the rate is negative, decay or momentum not in 0…1, or ε not positive.
 * @example await train(loss, rows, { optimizer: rmsprop(0.001) });
 */
export function rmsprop(rate: Rate = 0.01, given: RmspropOptions = {}): Optimizer {
  checkNames('rmsprop', given, ['decay', 'epsilon', 'momentum']);
  const { momentum = 0, ...options } = given;
  const stages = [scaleByRms(options), ...(momentum === 0 ? [] : [trace(momentum)]), scaleByLearningRate(rate)];
  return chained('rmsprop', { rate, momentum, ...options }, stages) as Optimizer;
}
