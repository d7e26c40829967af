import { evaluate, gradient, inputs } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { max } from './max.ts';
import { maximum } from './maximum.ts';

describe('maximum', () => {
  it('is max of a list', () => {
    expect(maximum.op).toBe(max.op);
    expect(evaluate(maximum([2, 3, 1]))).toBe(3);
  });
  it('takes a list longer than an argument list may be', () => {
    const x = inputs('x', 300_000);
    expect(evaluate(maximum(x), { x: Float64Array.from(x, (_, i) => i) })).toBe(299_999);
  });
  it('passes the derivative to the first of equal elements', () => {
    const x = inputs('x', 3);
    expect(evaluate(gradient(maximum(x), x), { x: [1, 4, 4] })).toEqual([0, 1, 0]);
  });
});
