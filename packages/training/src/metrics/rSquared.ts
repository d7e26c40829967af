import { checkPairs, meanOver } from './meanOver.ts';
import { type Column, defineMetric, type MetricFunction } from './metric.ts';

/**
 * R², the share of the target's variance that is explained: 1 is perfect, 0 no better than always saying the mean. The
 * mean over outputs if there are several. For a target that never changes: 1 if it is met exactly, else 0.
 *
 * 1 − Σ(p − a)² / Σ(a − mean a)²
 * @throws TrainingError if there are no rows, or columns differ in length.
 * @example rSquared([1, 2, 3], [1, 2, 4]) // 0.7857
 */
export const rSquared: MetricFunction = defineMetric('rSquared', (predicted, actual) => {
  checkPairs('rSquared', predicted, actual);
  const squares = (p: readonly Column[], a: readonly Column[]): number =>
    meanOver('rSquared', p, a, (x, y) => (x - y) * (x - y));
  const scores = predicted.map((p, k) => {
    const a = actual[k] as Column;
    const mean = meanOver('rSquared', [a], [a], (x) => x);
    const residual = squares([p], [a]);
    const total = squares([a], [Array.from(a, () => mean)]);
    return total === 0 ? (residual === 0 ? 1 : 0) : 1 - residual / total;
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
});
