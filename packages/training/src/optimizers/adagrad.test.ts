import { expect, test } from 'vitest';
import { distance, expected, taken } from '../fixtures/trajectory.ts';
import { adagrad } from './adagrad.ts';

test('adagrad() divides by the root of all squares so far, with PyTorch’s defaults', () => {
  expect(distance(taken(adagrad()), expected('adagrad'))).toBeLessThan(1e-14);
});

test('adagrad refuses an epsilon of 0', () => {
  expect(() => adagrad(0.1, { epsilon: 0 })).toThrow('adagrad: epsilon must be a small positive number, not 0.');
});
