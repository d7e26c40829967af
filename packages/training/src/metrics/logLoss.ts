import { elementary } from '@chainrule/core';
import { actualClass, checkClass } from './classes.ts';
import { type Column, defineMetric, type MetricFunction } from './metric.ts';

/**
 * Mean negative logarithm of the probability that was given to the right class; never clipped, so one certain mistake
 * makes it infinite. Columns and labels as in `accuracy`, of probabilities.
 *
 * −Σ log p(right class) / n
 * @throws TrainingError if there are no rows, or columns differ in length.
 * @example logLoss([0.2, 0.9], [0, 1]) // 0.1643
 */
export const logLoss: MetricFunction = defineMetric('logLoss', (predicted, actual) => {
  const [first] = predicted as [Column];
  const binary = predicted.length === 1;
  let sum = 0;
  for (let r = 0; r < first.length; r++) {
    const right = actualClass(actual, r, binary);
    checkClass('logLoss', right, Math.max(2, predicted.length), r);
    const column = binary ? first : (predicted[right] as Column);
    const p = column[r] as number;
    sum -= binary && right === 0 ? elementary.log1p(-p) : elementary.log(p);
  }
  return sum / first.length;
});
