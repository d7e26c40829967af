// The exercises of the article that need layers, losses and training; the others are in core.
import { evaluate, gradient, input, inputs, lower, type Node, parameters, seed } from '@chainrule/core';
import { categoricalCrossEntropy } from '@chainrule/losses';
import { linear, softmax } from '@chainrule/macros';
import { add, multiply } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { adam, train } from './index.ts';

test('exercise 4: linear(xs, 2) is the graph written by hand, node for node after lowering', () => {
  seed(4);
  const [a, b] = [input('a'), input('b')];
  const layer = linear([a, b], 2);
  const [w1, w2, b1, w3, w4, b2] = parameters(layer) as [Node, Node, Node, Node, Node, Node];
  const byHand = [add(multiply(w1, a), multiply(w2, b), b1), add(multiply(w3, a), multiply(w4, b), b2)];
  const [macro, hand] = [lower(layer), lower(byHand)];
  for (const part of ['op', 'args', 'argStart', 'aux', 'rank', 'outputs', 'parameters'] as const)
    expect(macro[part]).toEqual(hand[part]);
});

test('exercise 5: a softmax has a list of outputs, and learns by categorical cross-entropy', async () => {
  seed(5);
  const x = input('x');
  const probabilities = softmax(linear([x], 3));
  expect(probabilities).toHaveLength(3);
  const loss = categoricalCrossEntropy(probabilities, inputs('kind', 3));
  const rows = [
    { x: -1, kind: [1, 0, 0] },
    { x: 0, kind: [0, 1, 0] },
    { x: 1, kind: [0, 0, 1] },
  ];
  const before = rows.map((row) => evaluate(loss, row));
  await train(loss, rows, { optimizer: adam(0.1), epochs: 300, batchSize: 3 });
  rows.forEach((row, k) => {
    const values = evaluate(probabilities, row) as number[];
    expect(values.reduce((total, p) => total + p, 0)).toBeCloseTo(1, 12);
    expect(values.indexOf(Math.max(...values))).toBe(k);
    expect(evaluate(loss, row)).toBeLessThan(0.5 * (before[k] as number));
    // the slope of the loss along a logit is p − y
    const slopes = evaluate(gradient(loss, parameters(loss)), row) as number[];
    expect(slopes[1]).toBeCloseTo((values[0] as number) - (row.kind[0] as number), 12);
  });
});
