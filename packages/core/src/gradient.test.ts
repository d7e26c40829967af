import { expect, test } from 'vitest';
import {
  evaluate,
  evaluator,
  funcify,
  GraphError,
  gradient,
  input,
  inputs,
  meanBatch,
  type Node,
  type NodeLike,
  type PrimitiveName,
  parameter,
  sumBatch,
} from './index.ts';
import { slope } from './testing/slope.ts';
import * as ops from './testing/vocabulary.ts';

test('gradient(y, x) sums over all parents of x', () => {
  const x = input('x');
  const y = ops.add(ops.sin(x), ops.square(x), ops.multiply(x, 3));
  expect(evaluate(gradient(y, x), { x: 2 })).toBeCloseTo(Math.cos(2) + 4 + 3, 14);
});

test('gradient(c, a) of c = b + b, b = a + a is 4', () => {
  const a = parameter(1);
  const b = ops.add(a, a);
  const c = ops.add(b, b);
  expect(evaluate({ c, da: gradient(c, a), db: gradient(c, b) })).toEqual({ c: 4, da: 4, db: 2 });
});

test('gradient(multiply(x, x, x), x) counts the same node three times', () => {
  expect(slope((x) => ops.multiply(x, x, x), 3)).toBe(27);
  expect(slope((x) => ops.multiply(x, x, x), 3, 2)).toBe(18);
  expect(slope((x) => ops.multiply(x, x, x), 3, 3)).toBe(6);
  expect(slope((x) => ops.multiply(x, x, x), 3, 4)).toBe(0);
});

test('gradient(multiply(a, b, c, d), …) is right where some factors are 0', () => {
  const xs = inputs('x', 4);
  const slopes = gradient<Node[], Node>(ops.multiply(...xs), xs);
  expect(evaluate<Node[]>(slopes, { x: [2, 3, 5, 7] })).toEqual([105, 70, 42, 30]);
  expect(evaluate<Node[]>(slopes, { x: [2, 0, 5, 7] })).toEqual([0, 70, 0, 0]);
  expect(evaluate<Node[]>(slopes, { x: [2, 0, 0, 7] })).toEqual([0, 0, 0, 0]);
});

test('gradient(y, structure) gives the structure of what is asked for', () => {
  const [x, p] = [input('x'), parameter(3)];
  const y = ops.multiply(x, p);
  const found = gradient(y, { inner: [x, { p }], y, none: parameter(1), number: 2 });
  expect(evaluate(found, { x: 5 })).toEqual({ inner: [3, { p: 5 }], y: 1, none: 0, number: 0 });
});

test('gradient(x, x) is 1, of what does not depend on x it is 0', () => {
  const x = input('x');
  const found = [gradient<Node, Node>(x, x), gradient<Node, Node>(input('y'), x), gradient(ops.sin(parameter(1)), x)];
  expect(evaluate<Node[]>(found, {})).toEqual([1, 0, 0]);
});

test('gradient(y, x) through two nodes of one name is the derivative of one input', () => {
  const y = ops.multiply(input('x'), ops.sin(input('x')));
  const expected = Math.sin(2) + 2 * Math.cos(2);
  expect(evaluate(gradient(y, input('x')), { x: 2 })).toBeCloseTo(expected, 14);
  expect(evaluate(gradient(y, [input('x'), input('z')]), { x: 2 })).toEqual([expect.closeTo(expected, 14), 0]);
  const v = ops.multiply(...inputs('v', 2), ...inputs('v', 2)) as Node;
  expect(evaluate<Node[]>(gradient<Node[], Node>(v, inputs('v', 2)), { v: [3, 5] })).toEqual([150, 90]);
});

test('gradient(y, [a, b]) tells unnamed inputs apart', () => {
  const [a, b] = [input(), input()] as Node[] as [Node, Node];
  expect(evaluate<Node[]>(gradient<Node[], Node>(ops.multiply(a, b), [a, b]), [3, 5])).toEqual([5, 3]);
});

test('gradient(y, node) differentiates with respect to an inner node', () => {
  const x = input('x');
  const u = ops.square(x);
  const y = ops.multiply(u, ops.add(u, x));
  expect(evaluate(gradient(y, u), { x: 3 })).toBe(21);
  expect(evaluate(gradient(gradient(y, u), u), { x: 3 })).toBe(2);
});

test('gradient(y, node) holds for inner nodes that a law of simplification would remove', () => {
  const [x, z] = [input('x'), input('z')];
  const p = ops.sigmoid(z);
  const difference = ops.subtract(1, x);
  const product = ops.multiply(1, x);
  const nothing = ops.multiply(0, x);
  const exponential = ops.exp(x);
  const cases: readonly (readonly [NodeLike, NodeLike, number])[] = [
    [ops.log(p), p, 1 / (1 / (1 + Math.exp(-0.5)))],
    [ops.log(ops.subtract(1, p)), p, -(1 + Math.exp(0.5))],
    [ops.negate(difference), difference, -1],
    [ops.log(ops.sigmoid(difference)), difference, 1 / (1 + Math.exp(-1))],
    [ops.square(product), product, 4],
    [ops.add(nothing, x), nothing, 1],
    [ops.log(exponential), exponential, Math.exp(-2)],
    [ops.log(ops.divide(exponential, 3)), exponential, Math.exp(-2)],
    [ops.abs(ops.negate(difference)), difference, -1],
  ];
  for (const [y, inner, expected] of cases) {
    const found = gradient<Node, Node>(y as Node, inner as Node);
    expect((evaluate as (y: Node, row: object) => number)(found, { x: 2, z: 0.5 })).toBeCloseTo(expected, 12);
  }
});

test('gradient(y, node) is a graph of ordinary operations, whatever was asked for', () => {
  const x = input('x');
  const product = ops.multiply(1, x);
  const p = ops.sigmoid(x);
  expect(funcify(gradient(ops.square(product), product))).toBe('x + x');
  expect(funcify(gradient(ops.log(p), p))).toBe('1 / sigmoid(x)');
});

test('gradient(loss, [p, z]) keeps full accuracy at the leaf z when the inner node p is asked for, too', () => {
  const z = input('z');
  const p = ops.sigmoid(z);
  expect(evaluate(gradient(ops.log(p), [p, z]), { z: -1000 })).toEqual([Number.POSITIVE_INFINITY, 1]);
});

test('gradient(gradient(y, x), x) is the second derivative, of derived ops as well', () => {
  expect(slope((x) => ops.exp(ops.multiply(2, x)), 0.5, 3)).toBeCloseTo(8 * Math.E, 12);
  expect(slope((x) => ops.sin(x), 1, 4)).toBeCloseTo(Math.sin(1), 14);
  expect(slope((x) => ops.sigmoid(x), 0, 3)).toBeCloseTo(-1 / 8, 14);
  expect(slope((x) => ops.divide(1, x), 2, 3)).toBeCloseTo(-6 / 16, 14);
});

test('gradient(power(a, b), …) has the same mixed second derivative in either order, also at b = 0', () => {
  const [a, b] = [input('a'), input('b')];
  const y = ops.power(a, b);
  const mixed = [gradient(gradient(y, a), b), gradient(gradient(y, b), a)];
  expect(evaluate(mixed, { a: 2, b: 0 })).toEqual([0.5, 0.5]);
  for (const value of evaluate(mixed, { a: 2, b: 3 })) expect(value).toBeCloseTo(4 * (1 + 3 * Math.log(2)), 12);
});

test('gradient(loss, p) of a loss per sample is one value per sample; of meanBatch(loss) it is one for the batch', () => {
  const [w, x] = [parameter(2), input('x')];
  const loss = ops.square(ops.multiply(w, x));
  expect(gradient(loss, w).rank).toBe(1);
  const found = evaluator({ each: gradient(loss, w), mean: gradient(meanBatch(loss), w) }).batch({ x: [1, 2, 3] });
  expect(Array.from(found.each)).toEqual([4, 16, 36]);
  expect(Array.from(found.mean)).toEqual([56 / 3, 56 / 3, 56 / 3]);
});

test('gradient(sumBatch(y), x) with respect to a value per sample is that of each sample', () => {
  const x = input('x');
  const total = sumBatch(ops.square(x));
  expect(Array.from(evaluator(gradient(ops.square(total), x)).batch({ x: [1, 2] }))).toEqual([20, 40]);
});

test('gradient(sumBatch(p), p) of a uniform value counts the samples', () => {
  const p = parameter(3);
  const found = evaluator({ slope: gradient(sumBatch(ops.square(p)), p), x: input('x') }).batch({ x: [1, 2, 3, 4] });
  expect(found.slope[0]).toBe(24);
});

test('gradient(y, x) of one value per sample through a sum over the batch is refused', () => {
  const x = input('x');
  expect(() => gradient(ops.subtract(x, sumBatch(x)), x)).toThrow(GraphError);
  expect(() => gradient(ops.subtract(x, sumBatch(x)), x)).toThrow('Differentiate meanBatch(loss)');
  // what does not lead through the sum may be asked for
  const p = parameter(2);
  expect(Array.from(evaluator(gradient(ops.multiply(p, ops.add(x, sumBatch(x))), p)).batch({ x: [1, 2] }))).toEqual([
    4, 5,
  ]);
});

test('gradient(meanBatch(loss), p) with choices per sample above a uniform value is one value for the batch', () => {
  // ∂/∂p mean(x > 0 ? x √p : 0)
  const [x, p] = [input('x'), parameter(4)];
  const loss = meanBatch(ops.select(ops.less(0, x), ops.multiply(x, ops.sqrt(p)), 0));
  const slope = gradient<Node, Node>(loss as Node, p);
  expect(slope.rank).toBe(0);
  expect(Array.from(evaluator(slope).batch({ x: [-1, 2, 6] }))).toEqual([2 / 3, 2 / 3, 2 / 3]);
  // no sample is alive: 0, although √p has an infinite slope at 0
  p.value = 0;
  expect(evaluator(slope).batch({ x: [-1, -2] })[0]).toBe(0);
});

test('gradient(y, x) differentiates every primitive', () => {
  // d/dx of f at 0.6 (by hand)
  const x = 0.6;
  const expected: Readonly<Record<PrimitiveName, readonly [(x: Node) => NodeLike, number]>> = {
    add: [(x) => ops.add(x, 2, x), 2],
    subtract: [(x) => ops.subtract(2, x), -1],
    multiply: [(x) => ops.multiply(3, x), 3],
    divide: [(x) => ops.divide(2, x), -2 / x ** 2],
    negate: [(x) => ops.negate(x), -1],
    power: [(x) => ops.power(x, 3), 3 * x ** 2],
    sqrt: [(x) => ops.sqrt(x), 0.5 / Math.sqrt(x)],
    exp: [(x) => ops.exp(x), Math.exp(x)],
    expm1: [(x) => ops.expm1(x), Math.exp(x)],
    log: [(x) => ops.log(x), 1 / x],
    log1p: [(x) => ops.log1p(x), 1 / 1.6],
    sin: [(x) => ops.sin(x), Math.cos(x)],
    cos: [(x) => ops.cos(x), -Math.sin(x)],
    tan: [(x) => ops.tan(x), 1 / Math.cos(x) ** 2],
    atan2: [(x) => ops.atan2(x, 2), 2 / (4 + x * x)],
    tanh: [(x) => ops.tanh(x), 1 / Math.cosh(x) ** 2],
    erf: [(x) => ops.erf(x), (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x)],
    abs: [(x) => ops.abs(x), 1],
    floor: [(x) => ops.floor(x), 0],
    max: [(x) => ops.max(0.5, x), 1],
    min: [(x) => ops.min(0.5, x), 0],
    less: [(x) => ops.less(0.5, x), 0],
    select: [(x) => ops.select(1, x, 2), 1],
    sumBatch: [(x) => ops.multiply(2, x), 2],
  };
  for (const [name, [f, value]] of Object.entries(expected))
    expect([name, slope(f, x)]).toEqual([name, expect.closeTo(value, 13)]);
  expect(slope((x) => ops.power(2, x), 0.6)).toBeCloseTo(2 ** 0.6 * Math.log(2), 13);
  expect(slope((x) => ops.atan2(2, x), 0.6)).toBeCloseTo(-2 / (4 + 0.36), 13);
});
