import { describe, expect, it } from 'vitest';
import { type Difference, difference, stencil } from './differences.ts';

const at = (f: (x: number) => number, x: number): Difference =>
  difference(
    stencil([x], 0).map(([shifted]) => f(shifted as number)),
    x,
  );

describe('difference', () => {
  it.each([
    ['exp', Math.exp, 1, Math.E],
    ['sin', Math.sin, 0, 1],
    ['√', Math.sqrt, 0.01, 5],
  ])('is certain of the slope of %s', (_, f, x, slope) => {
    const found = at(f, x);
    expect(Math.abs(found.slope - slope)).toBeLessThan(1e-9);
    expect(found.uncertainty).toBeLessThan(1e-9);
  });
  it('is uncertain at a kink, a step and outside the domain', () => {
    expect(at((x) => Math.abs(x - 1e-7), 0).uncertainty).toBeGreaterThan(1e-6);
    expect(at(Math.floor, 3.00001).uncertainty).toBeGreaterThan(1e-6);
    expect(at(Math.log, -1).uncertainty).toBe(Number.POSITIVE_INFINITY);
  });
});
