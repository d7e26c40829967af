import { check, checkDecay, checkNames } from '../check.ts';
import type { Rate } from '../schedules/schedule.ts';
import { chained } from './chain.ts';
import { scaleByLearningRate } from './scaleByLearningRate.ts';
import { trace } from './trace.ts';
import type { Optimizer } from './transform.ts';

/**
 * Stochastic gradient descent, with momentum if wanted. Default rate 0.01.
 *
 * p ← p − rate · g; with momentum μ: v ← μv + g, p ← p − rate · v; Nesterov: p ← p − rate · (g + μv)
 * (Robbins & Monro 1951; Polyak 1964; Sutskever et al. 2013, in the form of PyTorch)
 * @throws TrainingError if the rate is negative, the momentum not in 0…1, or 0 with `nesterov`, or an option does not exist.
 * @example await train(loss, rows, { optimizer: sgd(0.01, { momentum: 0.9 }) });
 */
export function sgd(
  rate: Rate = 0.01,
  options: { readonly momentum?: number; readonly nesterov?: boolean } = {},
): Optimizer {
  checkNames('sgd', options, ['momentum', 'nesterov']);
  const { momentum = 0, nesterov = false } = options;
  checkDecay('sgd: momentum', momentum);
  check(!nesterov || momentum > 0, 'sgd: momentum with nesterov', momentum, 'a number above 0 and below 1');
  const stages = momentum === 0 ? [] : [trace(momentum, { nesterov })];
  return chained('sgd', { rate, momentum, nesterov }, [...stages, scaleByLearningRate(rate)]) as Optimizer;
}
