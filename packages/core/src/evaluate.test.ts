import { expect, test } from 'vitest';
import {
  evaluate,
  evaluator,
  InputError,
  input,
  inputs,
  lift,
  type Node,
  parameter,
  primitiveNames,
  primitives,
  sumBatch,
} from './index.ts';
import { apply } from './op.ts';
import * as ops from './testing/vocabulary.ts';

const [a, b] = [input('a'), input('b')];

test('evaluate(outputs, row) gives structure for structure', () => {
  const row = { a: 3, b: 4 };
  expect(evaluate(ops.add(a, b), row)).toBe(7);
  expect(evaluate([a, [b, 5]], row)).toEqual([3, [4, 5]]);
  expect(evaluate({ sum: ops.add(a, b), nested: { b, list: [a] } }, row)).toEqual({
    sum: 7,
    nested: { b: 4, list: [3] },
  });
  expect(evaluate([], {})).toEqual([]);
  expect(evaluate(3)).toBe(3);
});

test('evaluate(y, row) takes a row by name or by position', () => {
  const v = inputs('v', 2);
  const y = ops.add(a, ops.multiply(...v));
  expect(evaluate(y as Node, { a: 1, v: [2, 3] })).toBe(7);
  expect(evaluate(y as Node, [1, [2, 3]])).toBe(7);
  expect(evaluate(y as Node, [1, Float64Array.of(2, 3)])).toBe(7);
});

test('evaluate(y, row) refuses a row that lacks an input', () => {
  expect(() => evaluate<Node>(ops.add(a, b) as Node, { a: 1 })).toThrow(InputError);
  expect(() => evaluate<Node>(ops.add(a, b) as Node, { a: 1 })).toThrow('Input "b" has no value. Given: a.');
});

test('evaluator(y) runs again only if the row or a parameter has changed', () => {
  const p = parameter(2);
  const predict = evaluator(ops.multiply(p, a));
  expect(predict.runs).toBe(0);
  expect(predict({ a: 3 })).toBe(6);
  expect(predict({ a: 3 })).toBe(6);
  expect(predict.runs).toBe(1);
  expect(predict({ a: 4 })).toBe(8);
  expect(predict({ a: 3 })).toBe(6);
  expect(predict.runs).toBe(3);
  p.value = 10;
  expect(predict({ a: 3 })).toBe(30);
  expect(predict.runs).toBe(4);
});

test('evaluator(y) tells −0 from 0 and knows NaN again', () => {
  const predict = evaluator(ops.divide(1, a));
  expect(predict({ a: 0 })).toBe(Number.POSITIVE_INFINITY);
  expect(predict({ a: -0 })).toBe(Number.NEGATIVE_INFINITY);
  expect(predict({ a: Number.NaN })).toBeNaN();
  expect(predict({ a: Number.NaN })).toBeNaN();
  expect(predict.runs).toBe(3);
});

test('evaluator(y) runs for the first row, even if it is all NaN, and for a graph without inputs', () => {
  const first = evaluator(ops.select(ops.less(a, 0), 1, 2));
  expect(first({ a: Number.NaN })).toBe(2);
  expect(first.runs).toBe(1);
  const none = evaluator(ops.add(1, 2));
  expect([none(), none(), none.runs]).toEqual([3, 3, 1]);
});

test('evaluator(y) gives a new structure each time: results of earlier calls stay', () => {
  const predict = evaluator([a, b]);
  const first = predict({ a: 1, b: 2 });
  predict({ a: 3, b: 4 });
  expect(first).toEqual([1, 2]);
});

test('evaluator(y) keeps nothing of a row that it refused', () => {
  const predict = evaluator<Node>(ops.add(a, b) as Node);
  expect(predict({ a: 1, b: 2 })).toBe(3);
  expect(() => predict({ a: 5 })).toThrow(InputError);
  expect(predict({ a: 1, b: 2 })).toBe(3);
  expect(predict({ a: 5, b: 2 })).toBe(7);
});

test('evaluator(y).batch(data) takes rows and columns', () => {
  const predict = evaluator({ sum: ops.add(a, b), total: sumBatch(a) });
  const expected = { sum: Float64Array.of(11, 22), total: Float64Array.of(3, 3) };
  expect(
    predict.batch([
      { a: 1, b: 10 },
      { a: 2, b: 20 },
    ]),
  ).toEqual(expected);
  expect(
    predict.batch([
      [1, 10],
      [2, 20],
    ]),
  ).toEqual(expected);
  expect(predict.batch({ a: [1, 2], b: Float32Array.of(10, 20) })).toEqual(expected);
  expect(predict.runs).toBe(3);
});

test('evaluator(y).batch(data) of no rows gives empty columns', () => {
  const predict = evaluator([ops.add(a, b), sumBatch(a), 5]);
  expect(predict.batch([])).toEqual([new Float64Array(0), new Float64Array(0), new Float64Array(0)]);
  expect(predict.batch({ a: [], b: [] })).toEqual([new Float64Array(0), new Float64Array(0), new Float64Array(0)]);
});

test('evaluator(y).batch(data) repeats what is uniform for every row', () => {
  const p = parameter(4);
  expect(evaluator([p, a, 2]).batch({ a: [1, 2] })).toEqual([
    Float64Array.of(4, 4),
    Float64Array.of(1, 2),
    Float64Array.of(2, 2),
  ]);
});

test('evaluator(y).batch(data) does not disturb what evaluator(y)(row) remembers', () => {
  const predict = evaluator(ops.add(a, b));
  expect(predict({ a: 1, b: 2 })).toBe(3);
  predict.batch({ a: [7, 8], b: [7, 8] });
  expect(predict({ a: 1, b: 2 })).toBe(3);
  expect(predict({ a: 8, b: 8 })).toBe(16);
});

test('evaluator(y) lowers once: its program stays the same', () => {
  const predict = evaluator(ops.add(a, b));
  const { program } = predict;
  predict({ a: 1, b: 2 });
  expect(predict.program).toBe(program);
  expect(program.length).toBe(3);
});

/** What every primitive gives for numbers, by hand. */
const values: Readonly<Record<(typeof primitiveNames)[number], readonly [readonly number[], number]>> = {
  add: [[1, 2, 4], 7],
  subtract: [[1, 3], -2],
  multiply: [[2, 3, 4], 24],
  divide: [[1, 4], 0.25],
  negate: [[3], -3],
  power: [[2, 10], 1024],
  sqrt: [[9], 3],
  exp: [[0], 1],
  expm1: [[0], 0],
  log: [[1], 0],
  log1p: [[0], 0],
  sin: [[0], 0],
  cos: [[0], 1],
  tan: [[0], 0],
  atan2: [[1, 1], Math.PI / 4],
  tanh: [[0], 0],
  erf: [[Number.POSITIVE_INFINITY], 1],
  abs: [[-3], 3],
  floor: [[-1.5], -2],
  max: [[1, 5, 3], 5],
  min: [[4, 1, 3], 1],
  less: [[1, 2], 1],
  select: [[0, 1, 2], 2],
  sumBatch: [[3], 3],
};

test.each(primitiveNames)('evaluate(%s(…)) is the same for constants, inputs, parameters and in a batch', (name) => {
  const [args, expected] = values[name];
  const op = primitives[name];
  const row = Object.fromEntries(args.map((value, i) => [`x${i}`, value]));
  const of = args.map((_, i) => input(`x${i}`));
  expect(evaluate<Node>(apply(op, [...args]), {})).toBe(expected);
  expect(
    evaluate<Node>(
      apply(
        op,
        args.map((value) => parameter(value)),
      ),
      {},
    ),
  ).toBe(expected);
  expect(evaluate<Node>(apply(op, of), row)).toBe(expected);
  const batch = evaluator<Node>(apply(op, of)).batch(name === 'sumBatch' ? [row] : [row, row, row]);
  expect(new Set(batch)).toEqual(new Set([expected]));
});

test('evaluate(y) follows IEEE 754 at x / 0, log 0, overflow and NaN', () => {
  expect(
    evaluate([ops.divide(1, 0), ops.divide(-1, 0), ops.divide(0, 0), ops.log(0), ops.sqrt(-1), ops.exp(1000)]),
  ).toEqual([
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ]);
  expect(evaluate([ops.max(a, 1), ops.min(1, a), ops.less(a, 1), ops.select(a, 1, 2)], { a: Number.NaN })).toEqual([
    Number.NaN,
    Number.NaN,
    0,
    1,
  ]);
});

test('evaluator(y).batch(columns) of a graph without inputs has a value for each row of the columns given', () => {
  expect(evaluator([lift(2)]).batch({ a: [1, 2, 3] })).toEqual([new Float64Array([2, 2, 2])]);
  expect(evaluator([lift(2)]).batch([{ a: 1 }, { a: 2 }])).toEqual([new Float64Array([2, 2])]);
  expect(evaluator([lift(2)]).batch({})).toEqual([new Float64Array(0)]);
});
