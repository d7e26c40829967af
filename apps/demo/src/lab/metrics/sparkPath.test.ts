import { expect, it } from 'vitest';
import { sparkPath } from './sparkPath.ts';

it('goes from the left to the right, high values on top', () => {
  expect(sparkPath([4, 0, 2], 100, 20)).toBe('M0.0,0.0L50.0,20.0L100.0,10.0');
});

it('is a line in the middle if nothing changes, and nothing without two numbers', () => {
  expect(sparkPath([3, 3], 10, 8)).toBe('M0.0,4.0L10.0,4.0');
  expect(sparkPath([3, Number.NaN], 10, 8)).toBe('');
});
