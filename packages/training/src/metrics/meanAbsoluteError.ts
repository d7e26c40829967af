import { meanOver } from './meanOver.ts';
import { defineMetric, type MetricFunction } from './metric.ts';

/**
 * How far predictions are off on average, in the units of the target; over all outputs if there are several.
 *
 * Σ|p − a| / n
 * @throws TrainingError if there are no rows, or columns differ in length.
 * @example meanAbsoluteError([1, 2], [1, 4]) // 1
 */
export const meanAbsoluteError: MetricFunction = defineMetric('meanAbsoluteError', (predicted, actual) =>
  meanOver('meanAbsoluteError', predicted, actual, (p, a) => Math.abs(p - a)),
);
