import { randomGenerator } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { anyDouble, ofAnySize, tuples } from './points.ts';

describe('points', () => {
  it('are the same for the same seed', () => {
    const draw = (): number[] => {
      const random = randomGenerator(7);
      return Array.from({ length: 20 }, () => anyDouble(random) + ofAnySize(random));
    };
    expect(draw()).toEqual(draw());
  });
  it('anyDouble has all sizes and both signs', () => {
    const random = randomGenerator(1);
    const sizes = Array.from({ length: 1000 }, () => anyDouble(random));
    expect(sizes.filter((x) => Math.abs(x) < 1e-100).length).toBeGreaterThan(200);
    expect(sizes.filter((x) => Math.abs(x) > 1e100).length).toBeGreaterThan(200);
    expect(sizes.filter((x) => x < 0).length).toBeGreaterThan(400);
  });
  it('ofAnySize stays between its powers of two', () => {
    const random = randomGenerator(1);
    for (let i = 0; i < 1000; i++) {
      const size = Math.abs(ofAnySize(random, -2, 3));
      expect(size >= 0.25 && size < 8).toBe(true);
    }
  });
  it('tuples gives every combination once', () => {
    expect(tuples([1, 2], 2)).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ]);
  });
});
