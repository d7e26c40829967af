import { expect, test } from 'vitest';
import {
  defineOp,
  evaluate,
  evaluator,
  funcify,
  gradient,
  input,
  meanBatch,
  type Node,
  parameter,
  sumBatch,
} from './index.ts';
import * as ops from './testing/vocabulary.ts';

const [x, w] = [input('x'), parameter(2, { name: 'w' })];
const penalty = ops.multiply(0.5, ops.square(w));

test('sumBatch(x) is one value for all samples', () => {
  expect(Array.from(evaluator(sumBatch(x)).batch({ x: [1, 2, 3] }))).toEqual([6, 6, 6]);
  expect(evaluate(sumBatch(x), { x: 5 })).toBe(5);
});

test('sumBatch(uniform) counts the samples', () => {
  const found = evaluator({ ones: sumBatch(1), twos: sumBatch(w), x }).batch({ x: [1, 1, 1, 1, 1] });
  expect(found.ones[0]).toBe(5);
  expect(found.twos[0]).toBe(10);
});

test('sumBatch(sumBatch(x)) counts the sum once for every sample', () => {
  expect(evaluator(sumBatch(sumBatch(x))).batch({ x: [1, 2, 4] })[0]).toBe(21);
});

test('meanBatch(loss) is the mean over the samples', () => {
  expect(evaluator(meanBatch(ops.square(x))).batch({ x: [1, 2, 3] })[0]).toBe(14 / 3);
});

test('meanBatch(loss + penalty) counts the penalty once', () => {
  for (const loss of [
    ops.add(ops.square(x), penalty),
    ops.add(penalty, ops.square(x)),
    ops.add(ops.add(ops.square(x), penalty), 0),
  ]) {
    const mean = meanBatch(loss);
    expect(evaluator(mean).batch({ x: [1, 2, 3] })[0]).toBeCloseTo(14 / 3 + 2, 14);
    expect(evaluator([gradient(mean, w), x]).batch({ x: [1, 2, 3] })[0]?.[0]).toBe(2);
  }
});

test('meanBatch(loss) finds the terms of nested sums, in order', () => {
  const y = input('y');
  const loss = ops.add(ops.add(x, ops.add(y, w)), ops.add(penalty, x));
  expect(funcify(meanBatch(loss), { parameters: 'names' })).toBe(
    'sumBatch(x + y + x) / sumBatch(1) + w + 0.5 * w ** 2',
  );
});

test('meanBatch(uniform) is that value', () => {
  expect(meanBatch(penalty)).toBe(penalty);
  expect(evaluate(meanBatch(3))).toBe(3);
});

test('gradient(meanBatch(loss), parameters) is uniform', () => {
  const slope = gradient(meanBatch(ops.multiply(w, x)), w);
  expect(slope.rank).toBe(0);
  expect(evaluator(slope).batch({ x: [1, 2, 6] })[0]).toBe(3);
});

/** Batch normalisation: what each sample gives depends on all of them. */
function normalised(x: Node): Node {
  const mean = ops.divide(sumBatch(x), sumBatch(1));
  const centred = ops.subtract(x, mean);
  const variance = ops.divide(sumBatch(ops.square(centred)), sumBatch(1));
  return ops.divide(centred, ops.sqrt(ops.add(variance, 1e-3)));
}

test('a batch-normalised value agrees with a loop over the samples', () => {
  const xs = Array.from({ length: 130 }, (_, i) => Math.sin(i) * 3 + 1);
  const mean = xs.reduce((a, b) => a + b) / xs.length;
  const variance = xs.reduce((a, b) => a + (b - mean) ** 2, 0) / xs.length;
  const found = evaluator(normalised(x)).batch({ x: xs });
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(((xs[i] as number) - mean) / Math.sqrt(variance + 1e-3), 12);
  });
});

test('gradient(meanBatch(loss), …) through batch normalisation agrees with differences over the batch', () => {
  const [a, b, scale, shift] = [parameter(0.7), parameter(-0.3), parameter(1.3), parameter(0.2)];
  const inner = ops.add(ops.tanh(ops.multiply(a, x)), ops.multiply(b, ops.square(x)));
  const out = ops.add(ops.multiply(scale, normalised(inner)), shift);
  const loss = ops.add(meanBatch(ops.square(ops.subtract(out, ops.sin(x)))), ops.multiply(0.01, ops.square(a)));
  const parameters = [a, b, scale, shift];
  const data = { x: Array.from({ length: 70 }, (_, i) => Math.cos(3 * i) * 1.5) };
  const value = evaluator<Node>(loss as Node);
  const slopes = evaluator(gradient<Node[], Node>(loss as Node, parameters)).batch(data) as Float64Array[];
  for (const [k, p] of parameters.entries()) {
    const before = p.value;
    const f = (h: number): number => {
      p.value = before + h;
      return value.batch(data)[0] as number;
    };
    const h = 2 ** -9;
    const expected = (f(-2 * h) - f(2 * h) + 8 * (f(h) - f(-h))) / (12 * h);
    p.value = before;
    expect(Math.abs((slopes[k]?.[0] as number) - expected)).toBeLessThan(1e-9);
  }
});

test('gradient(total, x) through batch normalisation is that of each sample', () => {
  const data = [0.5, -1, 2, 0.1];
  const total = sumBatch(ops.multiply(ops.sin(x), normalised(x))) as Node;
  const slopes = evaluator(gradient<Node, Node>(total, x)).batch({ x: data });
  const value = evaluator<Node>(total);
  data.forEach((_, i) => {
    const f = (h: number): number => value.batch({ x: data.with(i, (data[i] as number) + h) })[0] as number;
    const h = 2 ** -10;
    const expected = (f(-2 * h) - f(2 * h) + 8 * (f(h) - f(-h))) / (12 * h);
    expect(Math.abs((slopes[i] as number) - expected)).toBeLessThan(1e-9);
  });
});

test('choices per sample under a sum over the batch leave no NaN and no zero where a derivative is', () => {
  const p = parameter(0);
  const positive = ops.select(ops.less(0, x), ops.multiply(x, ops.exp(ops.sqrt(ops.add(ops.square(p), 1)))), 0);
  const loss = meanBatch(positive) as Node;
  const slope = evaluator(gradient(gradient<Node, Node>(loss, p), p));
  // d²/dp² at 0 of x̄₊ · exp √(p² + 1) is x̄₊ · e
  expect(slope.batch({ x: [-5, 1, 3, 0] })[0]).toBeCloseTo(Math.E, 12);
  const twice = defineOp('twice', { expand: (a) => ops.add(a, a) });
  expect(evaluator(gradient<Node, Node>(twice(loss), p)).batch({ x: [-5, 1, 3, 0] })[0]).toBe(0);
});
