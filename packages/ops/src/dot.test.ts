import { evaluate, funcify, gradient, input, inputs } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { dot } from './dot.ts';

describe('dot', () => {
  it('sums the products, from left to right', () => {
    expect(evaluate(dot([1, 2, 3], [4, 5, 6]))).toBe(32);
    expect(funcify(dot([input('a'), input('b')], [2, 3]))).toBe('a * 2 + b * 3');
  });
  it('has the other list as its gradient', () => {
    const [x, y] = [inputs('x', 3), inputs('y', 3)];
    expect(evaluate(gradient(dot(x, y), { x, y }), { x: [1, 2, 3], y: [4, 5, 6] })).toEqual({
      x: [4, 5, 6],
      y: [1, 2, 3],
    });
  });
  it('throws if the lists differ in length or are empty', () => {
    expect(() => dot([1, 2], [1])).toThrow('dot needs two lists of one length, got 2 and 1 elements.');
    expect(() => dot([], [])).toThrow('sum takes a list of one or more');
  });
});
