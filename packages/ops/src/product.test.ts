import { evaluate, gradient, inputs } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { multiply } from './multiply.ts';
import { product } from './product.ts';

describe('product', () => {
  it('is multiply of a list', () => {
    expect(product.op).toBe(multiply.op);
    expect(evaluate(product([2, 3, 4]))).toBe(24);
    expect(evaluate(product([7]))).toBe(7);
  });
  it('gives each factor the product of the others, also where one is 0', () => {
    const x = inputs('x', 3);
    expect(evaluate(gradient(product(x), x), { x: [2, 0, 5] })).toEqual([0, 10, 0]);
  });
});
