import { expect, test } from 'vitest';
import { defineOp, evaluate, gradient, input, inputs, type Node, type NodeLike, parameter } from './index.ts';
import { slope } from './testing/slope.ts';
import * as ops from './testing/vocabulary.ts';

/** Derivatives by the stated conventions, at the very points where they matter. */
const conventions: readonly (readonly [string, (x: Node) => NodeLike, at: number, expected: number])[] = [
  ['abs', (x) => ops.abs(x), 0, 0],
  ['abs', (x) => ops.abs(x), -0, 0],
  ['abs', (x) => ops.abs(x), -2, -1],
  ['relu', (x) => ops.relu(x), 0, 0],
  ['max(x, 0), a tie', (x) => ops.max(x, 0), 0, 1],
  ['max(0, x), a tie', (x) => ops.max(0, x), 0, 0],
  ['max(x, x)', (x) => ops.max(x, x), 3, 1],
  ['max(0, x, 2x), a tie of the last two', (x) => ops.max(-1, x, ops.multiply(2, x)), 0, 1],
  ['min(x, 0), a tie', (x) => ops.min(x, 0), 0, 1],
  ['min(0, x), a tie', (x) => ops.min(0, x), 0, 0],
  ['min of three', (x) => ops.min(5, ops.multiply(3, x), x), 2, 1],
  ['max of one', (x) => ops.max(x), 2, 1],
  ['floor', (x) => ops.floor(x), 1.5, 0],
  ['less', (x) => ops.less(x, 1), 0, 0],
  ['select', (x) => ops.select(x, ops.multiply(2, x), ops.multiply(3, x)), 0, 3],
  ['select', (x) => ops.select(x, ops.multiply(2, x), ops.multiply(3, x)), 1, 2],
  ['x ** 0', (x) => ops.power(x, 0), 0, 0],
  ['x ** 1', (x) => ops.power(x, 1), 0, 1],
  ['x ** 2', (x) => ops.power(x, 2), 0, 0],
  ['0 ** x', (x) => ops.power(0, x), 2, 0],
];

test.each(conventions)('gradient(y, x) of y = %s keeps the convention', (_, f, at, expected) => {
  expect(slope(f, at)).toBe(expected);
});

test('gradient(y, x) goes to the winner of max and min of three, whichever it is', () => {
  const xs = inputs('x', 3);
  const max = gradient<Node[], Node>(ops.max(...xs), xs);
  const min = gradient<Node[], Node>(ops.min(...xs), xs);
  expect(evaluate([max, min], { x: [1, 3, 2] })).toEqual([
    [0, 1, 0],
    [1, 0, 0],
  ]);
  expect(evaluate([max, min], { x: [3, 3, 1] })).toEqual([
    [1, 0, 0],
    [0, 0, 1],
  ]);
});

/** Choices whose other side is infinite or NaN at the point: y, the point, y′ and y″ there. */
const branches: readonly (readonly [string, (x: Node) => NodeLike, at: number, first: number, second: number])[] = [
  ['0 < x ? √x : 0, at 0', (x) => ops.select(ops.less(0, x), ops.sqrt(x), 0), 0, 0, 0],
  ['0 < x ? √x : 0, at −1', (x) => ops.select(ops.less(0, x), ops.sqrt(x), 0), -1, 0, 0],
  ['0 < x ? √x : 0, at 4', (x) => ops.select(ops.less(0, x), ops.sqrt(x), 0), 4, 0.25, -1 / 32],
  ['0 < x ? log x : x, at −1', (x) => ops.select(ops.less(0, x), ops.log(x), x), -1, 1, 0],
  ['0 < x ? log x : x², at 0', (x) => ops.select(ops.less(0, x), ops.log(x), ops.square(x)), 0, 0, 2],
  ['x ? 1 / x : x, at 0', (x) => ops.select(x, ops.divide(1, x), x), 0, 1, 0],
  ['x ? sin x / x : 1, at 0', (x) => ops.select(x, ops.divide(ops.sin(x), x), 1), 0, 0, 0],
  ['x ? x log x : 0, at 0', (x) => ops.select(x, ops.multiply(x, ops.log(x)), 0), 0, 0, 0],
  ['0 < x ? x^1.5 : 0, at −1', (x) => ops.select(ops.less(0, x), ops.power(x, 1.5), 0), -1, 0, 0],
  ['0 < x ? x^−2 : 3x, at 0', (x) => ops.select(ops.less(0, x), ops.power(x, -2), ops.multiply(3, x)), 0, 3, 0],
  ['x ? atan2(x, x) : x², at 0', (x) => ops.select(x, ops.atan2(x, x), ops.square(x)), 0, 0, 2],
  [
    'x ? tan(π/2 / x) : 5x, at 0',
    (x) => ops.select(x, ops.tan(ops.divide(Math.PI / 2, x)), ops.multiply(5, x)),
    0,
    5,
    0,
  ],
  ['0 < x ? exp(1000/x) : x, at 0', (x) => ops.select(ops.less(0, x), ops.exp(ops.divide(1000, x)), x), 0, 1, 0],
  ['exp of the branch not taken, at −1', (x) => ops.exp(ops.select(ops.less(0, x), ops.log(x), 0)), -1, 0, 0],
  [
    'nested choices, at 0',
    (x) =>
      ops.select(ops.less(x, 1), ops.select(ops.less(0, x), ops.log(ops.sqrt(x)), x), ops.sqrt(ops.subtract(x, 1))),
    0,
    1,
    0,
  ],
  [
    'nested choices, at 1',
    (x) =>
      ops.select(
        ops.less(x, 1),
        ops.sqrt(ops.subtract(1, x)),
        ops.select(ops.less(1, x), ops.log(ops.subtract(x, 1)), 0),
      ),
    1,
    0,
    0,
  ],
  [
    '√ of a choice, not taken, at −1',
    (x) => ops.select(ops.less(0, x), ops.sqrt(ops.select(ops.less(0, x), x, 0)), 0),
    -1,
    0,
    0,
  ],
  ['relu(log x), at 0', (x) => ops.relu(ops.log(x)), 0, 0, 0],
  ['relu(log x), at −1', (x) => ops.relu(ops.log(x)), -1, 0, 0],
  ['abs(√x), at 0', (x) => ops.abs(ops.sqrt(x)), 0, 0, 0],
  ['√|x|, at 0', (x) => ops.sqrt(ops.abs(x)), 0, 0, 0],
  ['max(0, log x), at 0', (x) => ops.max(0, ops.log(x)), 0, 0, 0],
  ['max(x, log x), at 0', (x) => ops.max(x, ops.log(x)), 0, 1, 0],
  ['min(x, −log x), at 0', (x) => ops.min(x, ops.negate(ops.log(x))), 0, 1, 0],
  ['min(x², 1 / x), at 0', (x) => ops.min(ops.square(x), ops.divide(1, x)), 0, 0, 2],
  ['max(0, 1 − 1 / x), at 0', (x) => ops.max(0, ops.subtract(1, ops.divide(1, x))), 0, 0, 0],
  ['floor(log x), at 0', (x) => ops.floor(ops.log(x)), 0, 0, 0],
  ['(log x < 0) · x, at 0', (x) => ops.multiply(ops.less(ops.log(x), 0), x), 0, 1, 0],
  ['0 < x ? x · log 0 : x, at −1', (x) => ops.select(ops.less(0, x), ops.multiply(x, ops.log(0)), x), -1, 1, 0],
  ['(log x)² under a live choice, at 1', (x) => ops.select(ops.less(0, x), ops.square(ops.log(x)), 0), 1, 0, 2],
  ['x · (0 < x ? log x : 0), at 1', (x) => ops.multiply(x, ops.select(ops.less(0, x), ops.log(x), 0)), 1, 1, 1],
  ['(0 < x ? √x : 0)⁴, at 0.25', (x) => ops.power(ops.select(ops.less(0, x), ops.sqrt(x), 0), 4), 0.25, 0.5, 2],
  [
    '√x through two parents, one dead, at 4',
    (x) => {
      const root = ops.sqrt(x);
      return ops.add(ops.select(ops.less(x, 1), root, 0), ops.multiply(2, root));
    },
    4,
    0.5,
    -1 / 16,
  ],
];

test.each(branches)('gradient(y, x) of y = %s has no NaN from the branch not taken', (_, f, at, first, second) => {
  expect(slope(f, at)).toBeCloseTo(first, 12);
  expect(slope(f, at, 2)).toBeCloseTo(second, 12);
  // the same inside a derived op
  const op = defineOp('op', { expand: (x) => f(x) });
  expect(slope(op, at)).toBeCloseTo(first, 12);
  expect(slope(op, at, 2)).toBeCloseTo(second, 12);
  expect(slope((x) => ops.add(op(op(x)), ops.negate(op(op(x)))), at)).toBeCloseTo(0, 12);
});

test('gradient(loss, w) of a hinge-like loss above a quotient is 0 where the hinge is, not NaN', () => {
  const [w, x] = [parameter(0), input('x')];
  const margin = ops.divide(x, w);
  const loss = ops.max(0, ops.subtract(1, margin));
  // 1 / 0 is infinite: the margin is met
  expect(evaluate(gradient(loss, w), { x: 1 })).toBe(0);
  expect(evaluate(gradient(gradient(loss, w), w), { x: 1 })).toBe(0);
  w.value = 2;
  expect(evaluate(gradient(loss, w), { x: 1 })).toBe(0.25);
});

test('gradient(y, x) with dead and live parents of one node is that of the live ones', () => {
  const x = input('x');
  const root = ops.sqrt(x);
  const dead = ops.select(ops.less(100, x), root, 0);
  const live = ops.select(ops.less(x, 100), ops.multiply(3, root), 0);
  expect(evaluate(gradient(ops.add(dead, live), x), { x: 4 })).toBe(0.75);
  expect(evaluate(gradient(ops.add(live, dead), x), { x: 400 })).toBe(0.025);
  const both = ops.add(dead, ops.select(ops.less(200, x), root, 0));
  expect(evaluate(gradient(both, x), { x: 0 })).toBe(0);
});
