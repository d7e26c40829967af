import { evaluate, GraphError, gradient, input, type Node } from '@chainrule/core';
import { exp, logSumExp, subtract } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { categoricalCrossEntropy } from './categoricalCrossEntropy.ts';
import { sparseCategoricalCrossEntropy } from './sparseCategoricalCrossEntropy.ts';
import { sparseCategoricalCrossEntropyWithLogits } from './sparseCategoricalCrossEntropyWithLogits.ts';

const z = [input('a'), input('b'), input('c')];
const index = input('index');
const total = logSumExp(z);
const softmax: Node[] = z.map((node) => exp(subtract(node, total)));
const oneHot = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

describe.each([
  ['sparseCategoricalCrossEntropy', sparseCategoricalCrossEntropy(softmax, index)],
  ['sparseCategoricalCrossEntropyWithLogits', sparseCategoricalCrossEntropyWithLogits(z, index)],
])('%s', (_, loss) => {
  it('is the categorical cross-entropy of the class with the given number', () => {
    oneHot.forEach((targets, i) => {
      const dense = categoricalCrossEntropy(softmax, targets);
      for (const [a, b, c] of [
        [1, 2, 3],
        [-0.5, 0, 0.25],
        [1000, 0, -1000],
      ] as const) {
        const row = { a, b, c, index: i };
        expect(evaluate(loss, row)).toBeCloseTo(evaluate(dense, row), 14);
        const slopes = evaluate(gradient(loss, z), row);
        evaluate(gradient(dense, z), row).forEach((slope, k) => {
          expect(slopes[k]).toBeCloseTo(slope, 14);
        });
      }
    });
  });
  it('is exact for logits of any size', () => {
    const row = { a: 1000, b: 0, c: -1000, index: 2 };
    expect(evaluate(loss, row)).toBe(2000);
    expect(evaluate(gradient(loss, z), row).map((slope) => slope + 0)).toEqual([1, 0, -1]);
  });
  it('gives NaN for a number that no class has', () => {
    for (const wrong of [-1, 3, 0.5, Number.NaN]) expect(evaluate(loss, { a: 1, b: 2, c: 3, index: wrong })).toBeNaN();
  });
});

it('sparseCategoricalCrossEntropy leaves classes of probability 0 alone that are not the true one', () => {
  const p = input('p');
  const loss = sparseCategoricalCrossEntropy([p, 1], index);
  expect(evaluate(loss, { p: 0, index: 1 }) + 0).toBe(0);
  expect(evaluate(gradient(loss, p), { p: 0, index: 1 }) + 0).toBe(0);
  expect(evaluate(loss, { p: 0, index: 0 })).toBe(Number.POSITIVE_INFINITY);
});

it('sparse losses take numbers and records', () => {
  expect(evaluate(sparseCategoricalCrossEntropy([0.5, 0.25, 0.25], 1))).toBe(2 * Math.LN2);
  expect(evaluate(sparseCategoricalCrossEntropy({ cat: 0.5, dog: 0.5 }, 0))).toBe(Math.LN2);
  expect(evaluate(sparseCategoricalCrossEntropyWithLogits([1000, 0, 0], 1))).toBe(1000);
});

it('sparse losses reject a plain number that no class has, and empty lists', () => {
  for (const wrong of [-1, 3, 0.5, Number.NaN]) {
    expect(() => sparseCategoricalCrossEntropy(softmax, wrong)).toThrow(GraphError);
    expect(() => sparseCategoricalCrossEntropy(softmax, wrong)).toThrow(
      `sparseCategoricalCrossEntropy: the class index is ${wrong}, expected a whole number from 0 to 2, one for each of the 3 classes.`,
    );
    expect(() => sparseCategoricalCrossEntropyWithLogits(z, wrong)).toThrow(GraphError);
  }
  expect(() => sparseCategoricalCrossEntropy([], index)).toThrow(
    'sparseCategoricalCrossEntropy: probabilities are empty. Give at least one.',
  );
});
