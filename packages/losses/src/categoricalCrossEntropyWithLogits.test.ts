import { evaluate, gradient, input } from '@chainrule/core';
import { expect, it } from 'vitest';
import { categoricalCrossEntropyWithLogits } from './categoricalCrossEntropyWithLogits.ts';

const z = [input('a'), input('b'), input('c')];

it('categoricalCrossEntropyWithLogits(z, y) has the gradient softmax(z) − y', () => {
  const loss = categoricalCrossEntropyWithLogits(z, [0.5, 0.25, 0.25]);
  // log(e + e² + e³) − 1.75 and the softmax of 1, 2, 3
  expect(evaluate(loss, { a: 1, b: 2, c: 3 })).toBeCloseTo(1.6576059644443804, 14);
  const wanted = [0.09003057317038046 - 0.5, 0.24472847105479764 - 0.25, 0.6652409557748219 - 0.25];
  evaluate(gradient(loss, z), { a: 1, b: 2, c: 3 }).forEach((slope, i) => {
    expect(slope).toBeCloseTo(wanted[i] as number, 15);
  });
});

it('categoricalCrossEntropyWithLogits is exact for logits of any size', () => {
  const loss = categoricalCrossEntropyWithLogits(z, [0, 0, 1]);
  const row = { a: 1000, b: 0, c: -1000 };
  expect(evaluate(loss, row)).toBe(2000);
  expect(evaluate(gradient(loss, z), row)).toEqual([1, 0, -1]);
});

it('categoricalCrossEntropyWithLogits takes numbers and records, and rejects lists of different lengths', () => {
  expect(evaluate(categoricalCrossEntropyWithLogits([1000, 0, 0], [0, 1, 0]))).toBe(1000);
  expect(evaluate(categoricalCrossEntropyWithLogits({ cat: 0, dog: 0 }, { cat: 1, dog: 0 }))).toBe(Math.LN2);
  expect(() => categoricalCrossEntropyWithLogits(z, [1, 0])).toThrow(
    'categoricalCrossEntropyWithLogits: 3 logits, but 2 targets. Give as many of one as of the other.',
  );
});
