import { evaluate, GraphError, gradient, input, parameters, summary } from '@chainrule/core';
import { expect, it } from 'vitest';
import { layerNorm } from './index.ts';

const xs = [input('x'), input('y'), input('z'), input('t')] as const;
const row = { x: 1, y: -2, z: 4, t: 5 };

it('layerNorm gives its inputs the mean 0 and the variance 1', () => {
  const values = evaluate(layerNorm(xs, { epsilon: 1e-12 }), row);
  expect(values.reduce((a, b) => a + b)).toBeCloseTo(0, 14);
  expect(values.reduce((a, b) => a + b * b, 0) / 4).toBeCloseTo(1, 12);
});

it('layerNorm computes g·(x − m) / √(v + ε) + b with a gain and a bias for each output', () => {
  const layer = layerNorm(xs, { epsilon: 0.5 });
  const ps = parameters(layer);
  expect(ps.map(({ value }) => value)).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
  ps.forEach((p, i) => {
    p.value = i + 1;
  });
  evaluate(layer, row).forEach((value, i) => {
    const wanted = ((2 * i + 1) * ((Object.values(row)[i] as number) - 2)) / Math.sqrt(7.5 + 0.5) + (2 * i + 2);
    expect(value).toBeCloseTo(wanted, 13);
  });
});

it('layerNorm of equal inputs is 0, and so is the sum of its derivatives', () => {
  expect(evaluate(layerNorm([3, 3, 3]))).toEqual([0, 0, 0]);
  const slopes = evaluate(gradient(layerNorm(xs)[0], [...xs]), row);
  expect(slopes.reduce((a, b) => a + b)).toBeCloseTo(0, 14);
});

it('layerNorm gives a record for a record, and is a scope', () => {
  const layer = layerNorm({ a: input('a'), b: 0 });
  expect(Object.keys(layer)).toEqual(['a', 'b']);
  expect(summary(layer).blocks.map(({ name }) => name)).toEqual(['layerNorm#1']);
});

it('layerNorm rejects an epsilon that is not above 0', () => {
  expect(() => layerNorm(xs, { epsilon: 0 })).toThrow(GraphError);
  expect(() => layerNorm(xs, { epsilon: 0 })).toThrow('layerNorm: epsilon is 0, expected a number above 0.');
});
