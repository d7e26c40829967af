import { expect, test } from 'vitest';
import { distance, expected, taken } from '../fixtures/trajectory.ts';
import { adam } from './adam.ts';
import { adamw } from './adamw.ts';

test('adamw() decays weights beside the division, with PyTorch’s defaults', () => {
  expect(distance(taken(adamw()), expected('adamw'))).toBeLessThan(1e-14);
});

test('adamw without weight decay is adam', () => {
  expect(taken(adamw(0.1, { weightDecay: 0 }))).toEqual(taken(adam(0.1)));
});

test('adamw refuses a negative weight decay', () => {
  expect(() => adamw(0.1, { weightDecay: -1 })).toThrow('the decay must be a number that is not negative, not -1.');
});
