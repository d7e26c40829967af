import { evaluate, funcify, GraphError, gradient, input, type Node } from '@chainrule/core';
import { exp, logSumExp, subtract } from '@chainrule/ops';
import { expect, it } from 'vitest';
import { klDivergence } from './klDivergence.ts';

const [p, q] = [input('p'), input('q')];

it('klDivergence(p, q) is Σ p·log(p / q), 0 for equal distributions', () => {
  // 0.1·log(0.1/0.3) + 0.2·log(0.2/0.3) + 0.7·log(0.7/0.4)
  expect(evaluate(klDivergence([0.1, 0.2, 0.7], [0.3, 0.3, 0.4]))).toBeCloseTo(0.20077680106635196, 15);
  expect(evaluate(klDivergence([0.1, 0.2, 0.7], [0.1, 0.2, 0.7]))).toBe(0);
  expect(evaluate(klDivergence({ cat: 1, dog: 0 }, { dog: 0.5, cat: 0.5 }))).toBe(Math.LN2);
});

it('klDivergence has the gradients log(p / q) + 1 and −p / q', () => {
  const slopes = gradient(klDivergence([p], [q]), [p, q]);
  const [slopeP, slopeQ] = evaluate(slopes, { p: 0.5, q: 0.25 });
  expect(slopeP).toBeCloseTo(Math.LN2 + 1, 15);
  expect(slopeQ).toBeCloseTo(-2, 15);
});

it('klDivergence counts 0 · log 0 as 0 in value and gradient', () => {
  const loss = klDivergence([p, 1], [q, 1]);
  for (const row of [
    { p: 0, q: 0.5 },
    { p: 0, q: 0 },
  ]) {
    expect(evaluate(loss, row)).toBe(0);
    expect(evaluate(gradient(loss, [p, q]), row).map((slope) => slope + 0)).toEqual([0, 0]);
  }
  expect(evaluate(loss, { p: 0.5, q: 0 })).toBe(Number.POSITIVE_INFINITY);
});

it('klDivergence of softmax(z) is exact for logits of any size', () => {
  const z = [input('a'), input('b')];
  const total = logSumExp(z);
  const softmax: Node[] = z.map((node) => exp(subtract(node, total)));
  const loss = klDivergence([0.5, 0.5], softmax);
  expect(evaluate(loss, { a: 1000, b: -1000 })).toBeCloseTo(1000 - Math.LN2, 12);
  expect(evaluate(gradient(loss, z), { a: 1000, b: -1000 })).toEqual([0.5, -0.5]);
});

it('klDivergence has one term for each class in the formula', () => {
  expect(funcify(klDivergence([p, 0.5], [q, 0.5]))).toBe('relativeEntropy(p, q) + relativeEntropy(0.5, 0.5)');
});

it('klDivergence rejects lists of different lengths', () => {
  expect(() => klDivergence([0.5, 0.5], [1])).toThrow(GraphError);
  expect(() => klDivergence([0.5, 0.5], [1])).toThrow(
    'klDivergence: 2 p, but 1 q. Give as many of one as of the other.',
  );
});
