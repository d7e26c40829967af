import { expect, test } from 'vitest';
import { meanAbsoluteError } from './meanAbsoluteError.ts';
import { rootMeanSquaredError } from './rootMeanSquaredError.ts';
import { rSquared } from './rSquared.ts';

// the example of scikit-learn's documentation
const actual = [3, -0.5, 2, 7];
const predicted = [2.5, 0, 2, 8];

test('meanAbsoluteError, rootMeanSquaredError and rSquared agree with scikit-learn', () => {
  expect(meanAbsoluteError(predicted, actual)).toBe(0.5);
  expect(rootMeanSquaredError(predicted, actual)).toBeCloseTo(0.6123724356957945, 15);
  expect(rSquared(predicted, actual)).toBeCloseTo(0.9486081370449679, 15);
});

test('regression metrics of several outputs are means over all of them', () => {
  const a = [
    [0.5, -1, 7],
    [1, 1, -6],
  ];
  const p = [
    [0, -1, 8],
    [2, 2, -5],
  ];
  expect(meanAbsoluteError(p, a)).toBe(0.75);
  expect(rootMeanSquaredError(p, a)).toBeCloseTo(Math.sqrt(0.7083333333333334), 15);
  expect(rSquared(p, a)).toBeCloseTo(0.9368005266622779, 15);
});

test('rSquared of a target that never changes is 1 if it is met and 0 if not', () => {
  expect(rSquared([2, 2], [2, 2])).toBe(1);
  expect(rSquared([2, 3], [2, 2])).toBe(0);
});

test('a regression metric needs one target for each output', () => {
  expect(() => meanAbsoluteError([[1], [2]], [1])).toThrow('2 outputs, but 1 targets');
  expect(() => rSquared([[1], [2]], [1])).toThrow('rSquared: 2 outputs, but 1 targets');
});
