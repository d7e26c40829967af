import {
  evaluate,
  evaluator,
  funcify,
  GraphError,
  gradient,
  input,
  lower,
  type Node,
  parameters,
  seed,
  summary,
  topologicalOrder,
} from '@chainrule/core';
import { equal, log, multiply, negate, sum } from '@chainrule/ops';
import { expect, it } from 'vitest';
import { linear, logSoftmax, softmax } from './index.ts';

const z = [input('a'), input('b'), input('c')] as const;
const row = { a: 1, b: 2, c: 3 };

it('softmax gives probabilities in the proportions of exp z', () => {
  const wanted = [0.09003057317038046, 0.24472847105479764, 0.6652409557748219];
  evaluate(softmax(z), row).forEach((p, i) => {
    expect(p).toBeCloseTo(wanted[i] as number, 15);
  });
  expect(evaluate(sum(softmax(z)), row)).toBeCloseTo(1, 15);
});

it('softmax is exact for logits of any size', () => {
  expect(evaluate(softmax(z), { a: 1000, b: 0, c: -1000 })).toEqual([1, 0, 0]);
  for (const p of evaluate(softmax(z), { a: -1000, b: -1000, c: -1000 })) expect(p).toBeCloseTo(1 / 3, 12);
});

it('softmax shares one logSumExp', () => {
  const { nodes } = topologicalOrder(softmax(z));
  expect(nodes.filter((node) => node.kind === 'operation' && node.op.name === 'logSumExp')).toHaveLength(1);
  expect(funcify(softmax([z[0], z[1]])[0])).toBe('exp(a - logSumExp(a, b))');
});

it('softmax has the derivatives pᵢ·(1 − pᵢ) and −pᵢ·pⱼ', () => {
  const [p, q, r] = evaluate(softmax(z), row);
  const slopes = evaluate(gradient(softmax(z)[0], [...z]), row);
  [p * (1 - p), -p * q, -p * r].forEach((wanted, i) => {
    expect(slopes[i]).toBeCloseTo(wanted, 15);
  });
});

it('the logarithm of a softmax is rewritten to z − logSumExp(z)', () => {
  const logs = softmax(z).map(log);
  expect(evaluate(logs, { a: 1000, b: 0, c: -1000 })).toEqual([0, -1000, -2000]);
  const { structure: _, ...program } = lower(logs);
  const { structure: __, ...wanted } = lower(logSoftmax(z));
  expect(program).toEqual(wanted);
});

it('the cross-entropy of a softmax, written in the obvious way, has the gradient softmax(z) − y', () => {
  const y = [input('ya'), input('yb'), input('yc')];
  const loss = negate(sum(softmax(z).map((p, i) => multiply(y[i] as Node, log(p)))));
  const slopes = gradient(loss, [...z]);
  const far = { a: 1000, b: 0, c: -1000, ya: 0, yb: 0, yc: 1 };
  expect(evaluate(loss, far)).toBe(2000);
  expect(evaluate(slopes, far).map((slope) => slope + 0)).toEqual([1, 0, -1]);
  const near = { ...row, ya: 0.5, yb: 0.25, yc: 0.25 };
  const p = evaluate(softmax(z), row);
  evaluate(slopes, near).forEach((slope, i) => {
    expect(slope).toBeCloseTo((p[i] as number) - ([0.5, 0.25, 0.25][i] as number), 15);
  });
});

it('a layer learns three classes through softmax', () => {
  seed(1);
  const x = input('x');
  const index = input('index');
  const probabilities = softmax(linear([x], 3));
  const loss = negate(sum(probabilities.map((p, i) => multiply(equal(index, i), log(p)))));
  const ws = parameters(loss);
  const slopes = evaluator(gradient(loss, ws));
  const rows = [-3, -2.5, -2, -0.5, 0, 0.5, 2, 2.5, 3].map((at, i) => ({ x: at, index: Math.floor(i / 3) }));
  for (let step = 0; step < 300; step++) {
    const all = rows.map((given) => slopes(given));
    ws.forEach((w, i) => {
      w.value -= 0.2 * all.reduce((total, slope) => total + (slope[i] as number), 0);
    });
  }
  const predict = evaluator(probabilities);
  for (const given of rows) {
    const ps = predict({ x: given.x });
    expect(ps.indexOf(Math.max(...ps))).toBe(given.index);
  }
});

it('softmax and logSoftmax give a record for a record, a list for a list, and take numbers', () => {
  expect(evaluate(softmax({ cat: 0, dog: 0 }))).toEqual({ cat: 0.5, dog: 0.5 });
  expect(evaluate(logSoftmax({ cat: 0, dog: 0 }))).toEqual({ cat: -Math.LN2, dog: -Math.LN2 });
  expect(Object.keys(softmax(linear(z, ['setosa', 'versicolor', 'virginica'])))).toEqual([
    'setosa',
    'versicolor',
    'virginica',
  ]);
});

it('softmax and logSoftmax are scopes', () => {
  expect(summary(softmax(z)).blocks.map(({ name, inputs, outputs }) => [name, inputs, outputs])).toEqual([
    ['softmax#1', 3, 3],
  ]);
  expect(summary(logSoftmax(z)).blocks.map(({ name }) => name)).toEqual(['logSoftmax#1']);
});

it('softmax and logSoftmax reject what is no list or record of nodes', () => {
  expect(() => softmax([])).toThrow(GraphError);
  expect(() => softmax([])).toThrow('softmax got an empty list. Give it at least one node.');
  expect(() => logSoftmax({})).toThrow('logSoftmax got an empty record. Give it at least one node.');
  // @ts-expect-error a node is no list
  expect(() => softmax(z[0])).toThrow('softmax takes a list or a record of nodes, not a single node.');
});
