import { expect, test } from 'vitest';
import { areSame } from './areSame.ts';
import type { Shown } from './scene.ts';

const shown = (value: number, gradient: number, reached?: number): Shown => ({
  values: Float64Array.of(1, value),
  gradients: Float64Array.of(gradient),
  reached: reached === undefined ? undefined : Uint8Array.of(reached),
});

test('areSame(a, b) is true for the same bits, of what is no number too', () => {
  expect(areSame(shown(2, Number.NaN), shown(2, Number.NaN))).toBe(true);
  expect(areSame(shown(2, 3, 1), shown(2, 3, 1))).toBe(true);
});

test.each([
  ['a value', shown(2, 3), shown(2.5, 3)],
  ['the sign of a zero', shown(0, 3), shown(-0, 3)],
  ['a gradient', shown(2, 3), shown(2, Number.NaN)],
  ['how far the step is', shown(2, 3, 1), shown(2, 3, 2)],
  ['whether there is a step', shown(2, 3), shown(2, 3, 1)],
  ['the number of nodes', shown(2, 3), { ...shown(2, 3), values: Float64Array.of(1) }],
])('areSame(a, b) is false if %s differs', (_, a, b) => {
  expect(areSame(a, b)).toBe(false);
});
