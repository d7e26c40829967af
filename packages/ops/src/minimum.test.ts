import { evaluate, gradient, inputs } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { min } from './min.ts';
import { minimum } from './minimum.ts';

describe('minimum', () => {
  it('is min of a list', () => {
    expect(minimum.op).toBe(min.op);
    expect(evaluate(minimum([2, 3, 1]))).toBe(1);
  });
  it('takes a list longer than an argument list may be', () => {
    const x = inputs('x', 300_000);
    expect(evaluate(minimum(x), { x: Float64Array.from(x, (_, i) => i) })).toBe(0);
  });
  it('passes the derivative to the first of equal elements', () => {
    const x = inputs('x', 3);
    expect(evaluate(gradient(minimum(x), x), { x: [4, 1, 1] })).toEqual([0, 1, 0]);
  });
});
