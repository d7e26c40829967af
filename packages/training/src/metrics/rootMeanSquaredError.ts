import { meanOver } from './meanOver.ts';
import { defineMetric, type MetricFunction } from './metric.ts';

/**
 * How far predictions are off, large errors weighing more, in the units of the target; over all outputs if there are several.
 *
 * √(Σ(p − a)² / n)
 * @throws TrainingError if there are no rows, or columns differ in length.
 * @example rootMeanSquaredError([1, 2], [1, 4]) // 1.4142
 */
export const rootMeanSquaredError: MetricFunction = defineMetric('rootMeanSquaredError', (predicted, actual) =>
  Math.sqrt(meanOver('rootMeanSquaredError', predicted, actual, (p, a) => (p - a) * (p - a))),
);
