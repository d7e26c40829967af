import { evaluate, funcify, GraphError, gradient, input, type Node } from '@chainrule/core';
import { exp, logSumExp, subtract } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { categoricalCrossEntropy } from './categoricalCrossEntropy.ts';

const z = [input('a'), input('b'), input('c')];
const y = [input('ya'), input('yb'), input('yc')];
const total = logSumExp(z);
const softmax: Node[] = z.map((node) => exp(subtract(node, total)));

describe('categoricalCrossEntropy(softmax(z), y) has the gradient softmax(z) − y for logits of any size', () => {
  const loss = categoricalCrossEntropy(softmax, y);
  const slopes = gradient(loss, z);
  it.each([
    // logits, targets, loss, gradient
    [[1000, 0, -1000], [1, 0, 0], 0, [0, 0, 0]],
    [[1000, 0, -1000], [0, 1, 0], 1000, [1, -1, 0]],
    [[1000, 0, -1000], [0, 0, 1], 2000, [1, 0, -1]],
    [[-1000, 1000, -1000], [0.5, 0.25, 0.25], 1500, [-0.5, 0.75, -0.25]],
    [[1000, 1000, 1000], [1, 0, 0], Math.log(3), [-2 / 3, 1 / 3, 1 / 3]],
    [[0, 0, 0], [0, 0.5, 0.5], Math.log(3), [1 / 3, -1 / 6, -1 / 6]],
  ] as const)('z = %j, y = %j', ([a, b, c], [ya, yb, yc], value, wanted) => {
    const row = { a, b, c, ya, yb, yc };
    expect(Math.abs(evaluate(loss, row) - value)).toBeLessThanOrEqual(3e-13);
    evaluate(slopes, row).forEach((slope, i) => {
      expect(Math.abs(slope - (wanted[i] as number))).toBeLessThanOrEqual(3e-13);
    });
    if (wanted.every((slope) => slope % 0.25 === 0)) {
      expect(evaluate(loss, row) === value).toBe(true);
      expect(evaluate(slopes, row).map((slope) => slope + 0)).toEqual(wanted);
    }
  });
});

it('categoricalCrossEntropy of a class that never occurs costs nothing, whatever its probability', () => {
  const p = input('p');
  const target = input('y');
  const loss = categoricalCrossEntropy([p, 0.5, 0.5], [target, 0.5, 0.5]);
  for (const at of [0, 0.5]) {
    expect(evaluate(loss, { p: at, y: 0 })).toBe(Math.LN2);
    expect(evaluate(gradient(loss, p), { p: at, y: 0 }) + 0).toBe(0);
  }
  expect(evaluate(gradient(loss, target), { p: 0.5, y: 0 })).toBe(Math.LN2);
  expect(evaluate(categoricalCrossEntropy([0, 1], [0, 1]))).toBeCloseTo(0);
});

it('categoricalCrossEntropy takes numbers and records', () => {
  expect(evaluate(categoricalCrossEntropy([0.5, 0.25, 0.25], [0, 1, 0]))).toBe(2 * Math.LN2);
  expect(evaluate(categoricalCrossEntropy({ cat: 0.5, dog: 0.5 }, { dog: 1, cat: 0 }))).toBe(Math.LN2);
});

it('categoricalCrossEntropy has one term for each class in the formula', () => {
  const [p, q] = [input('p'), input('q')];
  expect(funcify(categoricalCrossEntropy([p, q], [0.25, 0.75]))).toBe('crossEntropy(p, 0.25) + crossEntropy(q, 0.75)');
});

it('categoricalCrossEntropy rejects what does not fit together', () => {
  const wrong: [() => unknown, string][] = [
    [
      () => categoricalCrossEntropy([0.5, 0.5], [1]),
      'categoricalCrossEntropy: 2 probabilities, but 1 targets. Give as many of one as of the other.',
    ],
    [
      () => categoricalCrossEntropy({ cat: 1, dog: 0 }, { cat: 1, cow: 0 }),
      'categoricalCrossEntropy: targets lack "dog". Given: cat, cow. Use the same names in both.',
    ],
    [
      () => categoricalCrossEntropy({ cat: 1 }, { cat: 1, cow: 0 }),
      'categoricalCrossEntropy: probabilities lack "cow". Given: cat. Use the same names in both.',
    ],
    [
      () => categoricalCrossEntropy({ 0: 1 }, [1]),
      'categoricalCrossEntropy: probabilities and targets must both be lists or both be records.',
    ],
    [() => categoricalCrossEntropy([], []), 'categoricalCrossEntropy: probabilities are empty. Give at least one.'],
    [
      // @ts-expect-error a node is no list
      () => categoricalCrossEntropy(input('p'), [1]),
      'categoricalCrossEntropy: probabilities must be a list or a record of nodes and numbers, not a single node.',
    ],
    [
      // @ts-expect-error a number is no list
      () => categoricalCrossEntropy([1], 1),
      'categoricalCrossEntropy: targets must be a list or a record of nodes and numbers, not 1.',
    ],
    [
      // @ts-expect-error a string is no node
      () => categoricalCrossEntropy([1, '2'], [1, 0]),
      'categoricalCrossEntropy: probabilities[1] is "2" (a string), expected a node or a number.',
    ],
  ];
  for (const [call, message] of wrong) {
    expect(call).toThrow(GraphError);
    expect(call).toThrow(message);
  }
});
