import { expect, test } from 'vitest';
import {
  defineOp,
  GraphError,
  gradcheck,
  InputError,
  input,
  inputs,
  type Node,
  type NodeLike,
  parameter,
  parameters,
  type Unary,
} from './index.ts';
import {
  abs,
  add,
  divide,
  exp,
  floor,
  log,
  multiply,
  relu,
  sigmoid,
  sin,
  sqrt,
  square,
  subtract,
} from './testing/vocabulary.ts';

const [x, y] = [input('x'), input('y')];

test('gradcheck(of, parameters, row) passes for the gradient of a network', () => {
  const hidden = [0.3, -0.2, 0.9].map((w) => sigmoid(add(multiply(parameter(w), x), multiply(parameter(-w), y))));
  const loss = square(subtract(add(...hidden.map((h, i) => multiply(parameter(i - 1), h))), 0.7));
  const check = gradcheck(loss, parameters(loss), { x: 0.4, y: -1.2 });
  expect(check).toMatchObject({ passed: true, count: 9 });
  expect(check.worst.error).toBeLessThan(1e-9);
});

test.each<[string, (x: Node) => Node, number]>([
  ['sin(1000)', sin, 1000],
  ['log(1e-5)', log, 1e-5],
  ['sqrt(1e-4)', sqrt, 1e-4],
  ['exp(20)', exp, 20],
  ['1 / 1e-4', (z) => divide(1, z), 1e-4],
  ['abs(−0.001), near its kink', abs, -0.001],
  ['relu(1e-4), near its kink', relu, 1e-4],
  ['floor(0.999)', floor, 0.999],
  ['1e6 squared', square, 1e6],
])('gradcheck finds the right step for %s', (_, f, at) => {
  const { worst, passed } = gradcheck(f(x), x, [at]);
  expect(passed, JSON.stringify(worst)).toBe(true);
});

const wrong = (factor: number): Unary =>
  defineOp('wrong', { expand: (a) => exp(a), partials: (result): NodeLike[] => [multiply(factor, result)] });

test.each([1.001, 0.999, -1, 0, 2])(
  'gradcheck catches a partial × %d and reports the worst place by name',
  (factor) => {
    const of = add(multiply(2, sin(x)), wrong(factor)(multiply(3, y)));
    const { passed, count, worst } = gradcheck(of, [x, y], { x: 1, y: 0.5 });
    expect({ passed, count, node: worst.node }).toEqual({ passed: false, count: 2, node: 'y' });
    expect(worst.difference).toBeCloseTo(3 * Math.exp(1.5), 6);
    expect(worst.gradient).toBeCloseTo(factor * 3 * Math.exp(1.5), 6);
    expect(worst.error).toBeCloseTo(
      Math.abs(worst.gradient - worst.difference) / Math.max(1, Math.abs(worst.gradient)),
      12,
    );
  },
);

test('gradcheck(of, nodes, row, { tolerance }) passes up to that error', () => {
  const of = wrong(1.001)(x);
  expect(gradcheck(of, x, { x: 2 }, { tolerance: 0.002 }).passed).toBe(true);
  expect(gradcheck(of, x, { x: 2 }, { tolerance: 0.0005 }).passed).toBe(false);
});

test('gradcheck names parameters, unnamed inputs, elements of vectors and inner nodes', () => {
  const w = parameter(0.5, { name: 'w' });
  const bad = wrong(2);
  const at = (target: Node, of: Node, row: readonly (number | number[])[]): string =>
    gradcheck(of, target, row as readonly number[]).worst.node;
  const unnamed = input();
  const [, v1] = inputs('v', 2) as [Node, Node];
  expect(at(w, bad(multiply(w, x)), [1])).toBe('w');
  expect(at(unnamed, bad(unnamed), [1])).toBe('x1');
  expect(at(v1, bad(v1), [[1, 2]])).toBe('v[1]');
  const inner = add(x, y);
  expect(at(inner, bad(multiply(inner, inner)), [0.2, 0.1])).toBe('x + y');
});

test('gradcheck takes inputs that occur in several nodes, and targets that of does not depend on', () => {
  const of = multiply(sin(input('x')), square(input('x')));
  expect(gradcheck(of, input('x'), { x: 0.7 })).toMatchObject({ passed: true, count: 1 });
  const [first, second] = [input(), input()];
  const check = gradcheck(square(second), [first, second, parameter(3)], [10, 0.5]);
  expect(check).toMatchObject({ passed: true, count: 3 });
});

test('gradcheck leaves parameters as they are', () => {
  const w = parameter(0.25);
  gradcheck(multiply(w, x), [w, x], { x: 3 });
  expect(w.value).toBe(0.25);
});

test('gradcheck at a kink compares the convention with the slope from both sides, and may fail', () => {
  expect(gradcheck(abs(x), x, { x: 0 })).toMatchObject({ passed: true, worst: { gradient: 0, difference: 0 } });
  expect(gradcheck(relu(x), x, { x: 0 })).toMatchObject({ passed: false, worst: { gradient: 0 } });
  expect(gradcheck(relu(x), x, { x: 0 }).worst.difference).toBeCloseTo(0.5, 9);
});

test('gradcheck reports an infinite error where a value is not finite', () => {
  const { passed, worst } = gradcheck(log(x), x, { x: -1 });
  expect(passed).toBe(false);
  expect(worst.error).toBe(Number.POSITIVE_INFINITY);
  expect(gradcheck(exp(x), x, { x: Number.NaN }).passed).toBe(false);
});

test('gradcheck refuses an empty list, and a row without an input', () => {
  expect(() => gradcheck(x, [], { x: 1 })).toThrow(GraphError);
  expect(() => gradcheck(x, [], { x: 1 })).toThrow('gradcheck: there is no node to differentiate with respect to.');
  expect(() => gradcheck(x, x, {} as { x: number })).toThrow(InputError);
});
