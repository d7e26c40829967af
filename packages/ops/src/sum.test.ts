import { evaluate, gradient, input, inputs } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { add } from './add.ts';
import { sum } from './sum.ts';

describe('sum', () => {
  it('is add of a list, from left to right', () => {
    expect(sum.op).toBe(add.op);
    expect(evaluate(sum([1e16, 1, 1, -1e16]))).toBe(0);
    expect(evaluate(sum([7]))).toBe(7);
  });
  it('takes a million nodes', { timeout: 30_000 }, () => {
    const x = inputs('x', 1_000_000);
    expect(evaluate(sum(x), { x: new Float64Array(1_000_000).fill(0.5) })).toBe(500_000);
  });
  it('gives each term the derivative 1, and 2 if it is there twice', () => {
    const x = input('x');
    expect(evaluate(gradient(sum([x, x, 3]), x), { x: 5 })).toBe(2);
  });
  it('throws for an empty list, and for what is no list', () => {
    expect(() => sum([])).toThrow('sum takes a list of one or more, such as sum([a, b]), not an array of 0.');
    // @ts-expect-error a number is no list
    expect(() => sum(3)).toThrow('sum takes a list of one or more, such as sum([a, b]), not 3.');
  });
});
