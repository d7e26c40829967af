import { describe, expect, it } from 'vitest';
import { fromBits, ulp, ulpDistance, ulpError } from './ulp.ts';

describe('ulps', () => {
  it('fromBits reads a double', () => {
    expect(fromBits('3ff8000000000000')).toBe(1.5);
    expect(fromBits('8000000000000001')).toBe(-5e-324);
  });
  it('ulpDistance counts doubles, across zero too', () => {
    expect(ulpDistance(1, 1 + 2 ** -52)).toBe(1);
    expect(ulpDistance(-5e-324, 5e-324)).toBe(2);
    expect(ulpDistance(0, -0)).toBe(0);
    expect(ulpDistance(Number.MAX_VALUE, Number.POSITIVE_INFINITY)).toBe(1);
    expect(ulpDistance(Number.NaN, Number.NaN)).toBe(0);
    expect(ulpDistance(Number.NaN, 1)).toBe(Number.POSITIVE_INFINITY);
  });
  it('ulp is the distance to the next larger double', () => {
    expect(ulp(1)).toBe(2 ** -52);
    expect(ulp(-1.5)).toBe(2 ** -52);
    expect(ulp(0)).toBe(5e-324);
    expect(ulp(Number.MAX_VALUE)).toBe(2 ** 971);
  });
  it('ulpError counts from the exact number, residual included', () => {
    expect(ulpError(1 + 2 ** -52, { value: 1, residual: 250 })).toBe(0.75);
    expect(ulpError(2 ** -60, { value: 0, residual: 0 }, 1)).toBe(2 ** -8);
    expect(ulpError(Number.POSITIVE_INFINITY, { value: Number.POSITIVE_INFINITY, residual: 0 })).toBe(0);
    expect(ulpError(Number.NaN, { value: 1, residual: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(ulpError(1, { value: Number.POSITIVE_INFINITY, residual: 0 })).toBe(Number.POSITIVE_INFINITY);
  });
});
