import { expect, test } from 'vitest';
import { logLoss } from './logLoss.ts';

test('logLoss is the mean of −log of the probability given to the right class', () => {
  const expected = -(Math.log(0.8) + Math.log(0.9) + Math.log(0.4)) / 3;
  expect(logLoss([0.2, 0.9, 0.6], [0, 1, 0])).toBeCloseTo(expected, 15);
  const columns = [
    [0.8, 0.1, 0.4],
    [0.1, 0.9, 0.3],
    [0.1, 0.0, 0.3],
  ];
  expect(logLoss(columns, [0, 1, 0])).toBeCloseTo(expected, 15);
});

test('logLoss of a certain mistake is infinite, not clipped', () => {
  expect(logLoss([1], [0])).toBe(Number.POSITIVE_INFINITY);
  expect(logLoss([1e-300], [0])).toBe(1e-300);
});

test('logLoss names a label that is no class', () => {
  expect(() => logLoss([[0.5], [0.5]], [2])).toThrow(
    'logLoss: row 0 has the label 2, expected a class number from 0 to 1.',
  );
});
