import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smooth } from './smooth.ts';

const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 50 });
const weights = fc.double({ min: 0, max: 0.999, noNaN: true });

it('with the weight 0, values stay what they are', () => {
  expect(smooth([3, 1, 2], 0)).toEqual([3, 1, 2]);
});

it('what never changes stays so from the first value on', () => {
  for (const each of smooth(new Array(50).fill(7), 0.99)) expect(each).toBeCloseTo(7, 10);
});

it('is the mean in which each value counts w times what the next one does', () => {
  fc.assert(
    fc.property(values, weights, (xs, weight) => {
      const counts = xs.map((_, i) => weight ** (xs.length - 1 - i));
      const sum = counts.reduce((a, b) => a + b);
      const mean = xs.reduce((total, x, i) => total + x * (counts[i] as number), 0) / sum;
      expect(smooth(xs, weight).at(-1)).toBeCloseTo(mean, 6);
    }),
  );
});

it('never leaves the range of the values', () => {
  fc.assert(
    fc.property(values, weights, (xs, weight) => {
      for (const each of smooth(xs, weight)) {
        expect(each).toBeGreaterThanOrEqual(Math.min(...xs) - 1e-9);
        expect(each).toBeLessThanOrEqual(Math.max(...xs) + 1e-9);
      }
    }),
  );
});
