import { expect, test } from 'vitest';
import { distance, expected, taken } from '../fixtures/trajectory.ts';
import { adam } from './adam.ts';
import { chain } from './chain.ts';
import { clipByGlobalNorm } from './clipByGlobalNorm.ts';
import { clipByValue } from './clipByValue.ts';
import { sgd } from './sgd.ts';

test('chain(clipByValue(limit), sgd(rate)) cuts each gradient to −limit…limit first', () => {
  expect(distance(taken(chain(clipByValue(0.2), sgd(0.1))), expected('sgd, clipped to 0.2'))).toBeLessThan(1e-14);
});

test('chain(clipByGlobalNorm(limit), adam(rate)) shortens the whole gradient first', () => {
  const optimizer = chain(clipByGlobalNorm(1), adam(0.1));
  expect(distance(taken(optimizer), expected('adam, norm clipped to 1'))).toBeLessThan(1e-14);
});

test('clipByGlobalNorm leaves a gradient that is short enough as it is', () => {
  const updates = Float64Array.of(3, 4);
  clipByGlobalNorm(5).update(updates, [], updates, 0);
  expect(updates).toEqual(Float64Array.of(3, 4));
  clipByGlobalNorm(2.5).update(updates, [], updates, 0);
  expect(updates).toEqual(Float64Array.of(1.5, 2));
});

test('clipping refuses a limit that is not positive', () => {
  expect(() => clipByValue(0)).toThrow('clipByValue: the limit must be a positive number, not 0.');
  expect(() => clipByGlobalNorm(Number.NaN)).toThrow('clipByGlobalNorm: the limit');
});
