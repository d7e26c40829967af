import { evaluate, funcify, GraphError, input } from '@chainrule/core';
import { expect, it } from 'vitest';
import { polynomial } from './index.ts';

const [x, y, z] = [input('x'), input('y'), input('z')];

it('polynomial gives all products up to a degree, by rising degree', () => {
  expect(evaluate(polynomial([x, y], 2), { x: 2, y: 3 })).toEqual([2, 3, 4, 6, 9]);
  expect(evaluate(polynomial([x], 4), { x: 2 })).toEqual([2, 4, 8, 16]);
  expect(evaluate(polynomial({ x, y }, 3), { x: 2, y: 3 })).toEqual([2, 3, 4, 6, 9, 8, 12, 18, 27]);
  expect(funcify(polynomial([x, y], 2)[3] as typeof x)).toBe('x * y');
});

it('polynomial gives (n + d)! / (n!·d!) − 1 of them', () => {
  expect(polynomial([x, y, z], 1)).toEqual([x, y, z]);
  expect(polynomial([x, y, z], 4)).toHaveLength(34);
});

it('polynomial rejects a degree that is not a positive whole number', () => {
  for (const degree of [0, 1.5, Number.NaN]) {
    expect(() => polynomial([x], degree)).toThrow(GraphError);
    expect(() => polynomial([x], degree)).toThrow(`polynomial needs a positive whole number as degree, not ${degree}.`);
  }
});
