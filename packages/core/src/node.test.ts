import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import {
  constant,
  evaluate,
  GraphError,
  input,
  inputs,
  isNode,
  lift,
  type Node,
  parameter,
  parameterVersion,
  sumBatch,
} from './index.ts';
import { inScope, makeParameter, newScope } from './node.ts';
import { add, multiply } from './testing/vocabulary.ts';

/** What a caller without types could pass. */
const wrong = (value: unknown): never => value as never;

test('constant(value) keeps any number, also NaN, infinity and −0', () => {
  for (const value of [0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(Object.is(constant(value).value, value)).toBe(true);
  expect(constant(2)).toMatchObject({ kind: 'constant', rank: 0 });
});

test('constant(value) refuses what is no number', () => {
  expect(() => constant(wrong('3'))).toThrow(new GraphError('A constant must be a number, not "3" (a string).'));
  expect(() => constant(wrong(undefined))).toThrow('A constant must be a number, not undefined.');
});

test('input(name) refuses a name that is no string', () => {
  expect(input().name).toBeUndefined();
  expect(input('a')).toMatchObject({ kind: 'input', name: 'a', element: undefined, rank: 1 });
  expect(() => input(wrong(3))).toThrow(new GraphError("An input's name must be a string, not 3."));
});

test('inputs(name, size) makes one node for each element', () => {
  expect(inputs('v', 3).map(({ name, element }) => [name, element])).toEqual([
    ['v', { index: 0, size: 3 }],
    ['v', { index: 1, size: 3 }],
    ['v', { index: 2, size: 3 }],
  ]);
});

test('inputs(name, size) refuses a name that is no string and a size that is no positive whole number', () => {
  expect(() => inputs(wrong(7), 3)).toThrow(new GraphError("A vector input's name must be a string, not 7."));
  for (const size of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => inputs('v', size)).toThrow(
      new GraphError(`inputs("v", …) needs a positive whole number of elements, not ${size}.`),
    );
  expect(() => inputs('v', wrong('3'))).toThrow('not "3" (a string)');
});

test('parameter(value).value = x bumps parameterVersion(), once for every write', () => {
  const p = parameter(1);
  const before = parameterVersion();
  p.value = 2;
  p.value = 2;
  expect(p.value).toBe(2);
  expect(parameterVersion()).toBe(before + 2);
});

test('parameter(value).value = x refuses what is no number, and keeps the value', () => {
  const p = parameter(1, { name: 'weight' });
  const before = parameterVersion();
  expect(() => {
    p.value = wrong('2');
  }).toThrow(new GraphError('Parameter "weight" must be a number, not "2" (a string).'));
  expect(() => {
    parameter(1).value = wrong(undefined);
  }).toThrow(GraphError);
  expect(p.value).toBe(1);
  expect(parameterVersion()).toBe(before);
});

test('parameter(value, { name, trainable }) states both', () => {
  expect(parameter(1)).toMatchObject({ kind: 'parameter', name: undefined, trainable: true, rank: 0, value: 1 });
  expect(parameter(1, { name: 'w', trainable: false })).toMatchObject({ name: 'w', trainable: false });
  expect(makeParameter(3, 'b', true)).toMatchObject({ value: 3, name: 'b', trainable: true });
});

test('a console shows the value that a parameter has', () => {
  const p = parameter(1, { name: 'w' });
  p.value = 0.25;
  expect(inspect(p)).toMatch(/^ParameterNode \[0\.25\] \{/);
});

test('lift(x) gives nodes as they are, numbers as constants, and refuses the rest', () => {
  const x = input('x');
  expect(lift(x)).toBe(x);
  expect(lift(2)).toMatchObject({ kind: 'constant', value: 2 });
  for (const value of ['2', null, undefined, {}, [x], () => x])
    expect(() => lift(wrong(value))).toThrow(/^Expected a node or a number, not /);
});

test('isNode(value) is true of nodes alone', () => {
  for (const node of [constant(1), input(), parameter(), add(1, 2)]) expect(isNode(node)).toBe(true);
  for (const value of [1, 'x', null, undefined, {}, [], { kind: 1 }, { rank: 0 }]) expect(isNode(value)).toBe(false);
});

test('a node depends on the batch if one of its arguments does; a sum over the batch does not', () => {
  const x = input('x');
  const p = parameter(2);
  const uniform: Node = multiply(p, 3);
  expect(
    [uniform, add(uniform, x), sumBatch(x), add(sumBatch(x), p), add(sumBatch(x), x)].map(({ rank }) => rank),
  ).toEqual([0, 1, 0, 0, 1]);
});

test('a node has a larger id than its arguments', () => {
  const x = input('x');
  const y = add(x, 3) as Node;
  if (y.kind !== 'operation') throw new Error('no operation');
  for (const arg of y.args) expect(arg.id).toBeLessThan(y.id);
});

test('inScope(scope, build) labels the nodes that build makes, and none after it, even if it throws', () => {
  const outer = newScope('outer');
  const [inner, node] = inScope(outer, () => {
    const made = newScope('inner');
    return [made, inScope(made, () => input('x'))] as const;
  });
  expect(node.scope).toBe(inner);
  expect(inner).toMatchObject({ macro: 'inner', parent: outer });
  expect(outer.parent).toBeUndefined();
  expect(() =>
    inScope(outer, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(input('x').scope).toBeUndefined();
});

test('evaluate(y) sees the value a parameter has at that moment', () => {
  const p = parameter(1);
  const y = multiply(p, 10);
  expect(evaluate(y)).toBe(10);
  p.value = 3;
  expect(evaluate(y)).toBe(30);
});
