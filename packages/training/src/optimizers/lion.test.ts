import { expect, test } from 'vitest';
import { distance, expected, taken } from '../fixtures/trajectory.ts';
import { lion } from './lion.ts';

test('lion() takes steps of exactly its rate, as Chen et al. wrote it', () => {
  expect(distance(taken(lion()), expected('lion'))).toBeLessThan(1e-14);
});

test('lion(rate, { beta1, beta2, weightDecay }) uses all of them', () => {
  const optimizer = lion(0.01, { beta1: 0.95, beta2: 0.98, weightDecay: 0.1 });
  expect(distance(taken(optimizer), expected('lion, weight decay 0.1'))).toBeLessThan(1e-14);
});
