import { accuracy, rootMeanSquaredError } from '@chainrule/training';
import type { Task } from '../data/labData.ts';

/** The share of right answers; where a number is predicted, the root mean square of the errors. */
export function quality(task: Task, predicted: readonly Float64Array[], target: Float64Array): number {
  return task === 'regression' ? rootMeanSquaredError(predicted, target) : accuracy(predicted, target);
}
