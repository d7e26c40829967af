import { expect, test } from 'vitest';
import { distance, expected, taken } from '../fixtures/trajectory.ts';
import { rmsprop } from './rmsprop.ts';

test('rmsprop() divides by the root of a running mean of squares, with PyTorch’s defaults', () => {
  expect(distance(taken(rmsprop()), expected('rmsprop'))).toBeLessThan(1e-14);
});

test('rmsprop(rate, { momentum }) sums the scaled gradients as PyTorch does', () => {
  const optimizer = rmsprop(0.02, { decay: 0.9, momentum: 0.5 });
  expect(distance(taken(optimizer), expected('rmsprop, momentum 0.5'))).toBeLessThan(1e-14);
});

test('rmsprop refuses a decay of 1 and a negative epsilon', () => {
  expect(() => rmsprop(0.1, { decay: 1 })).toThrow('rmsprop: decay');
  expect(() => rmsprop(0.1, { epsilon: -1 })).toThrow('rmsprop: epsilon');
});
