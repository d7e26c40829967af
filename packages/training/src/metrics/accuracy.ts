import { actualClass, predictedClass, type ThresholdOptions } from './classes.ts';
import { type Column, defineMetric, type MetricFunction } from './metric.ts';

/**
 * The share of rows whose class is predicted, 0…1.
 *
 * One column of scores: two classes, the positive one above the threshold; labels 0/1 or −1/1. Several columns, one for
 * each class (probabilities or logits): the largest wins, the first of equals; labels as class numbers 0, 1, … or one-hot columns.
 * @throws TrainingError if there are no rows, or columns differ in length.
 * @example accuracy([0.2, 0.9, 0.6], [0, 1, 0]) // 0.6667
 * await train(loss, rows, { metrics: { accuracy: accuracy(p, label) } });
 */
export const accuracy: MetricFunction<[options?: ThresholdOptions]> = defineMetric(
  'accuracy',
  (predicted: readonly Column[], actual: readonly Column[], { threshold = 0.5 }: ThresholdOptions = {}) => {
    const rows = (predicted[0] as Column).length;
    const binary = predicted.length === 1;
    let right = 0;
    for (let r = 0; r < rows; r++)
      if (predictedClass(predicted, r, threshold) === actualClass(actual, r, binary)) right++;
    return right / rows;
  },
);
