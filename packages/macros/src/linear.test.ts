import {
  evaluate,
  funcify,
  GraphError,
  input,
  inputs,
  lower,
  type Node,
  parameter,
  parameters,
  seed,
  summary,
} from '@chainrule/core';
import { add, multiply, tanh } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { constants, linear, uniform, zeros } from './index.ts';

const [x, y, z] = [input('x'), input('y'), input('z')];

describe('linear equals the graph written out by hand, node for node after lowering', () => {
  it.each([true, false])('with bias: %s', (bias) => {
    const byHand = (): Node[] => {
      const unit = (): Node => {
        const products = [x, y, z].map((node) => multiply(parameter(), node));
        return bias ? add(...products, parameter()) : add(...products);
      };
      return [unit(), unit()];
    };
    const { structure: _, parameters: made, ...program } = lower(linear([x, y, z], 2, { bias }).map(tanh));
    const { structure: __, parameters: wanted, ...hand } = lower(byHand().map(tanh));
    expect(program).toEqual(hand);
    expect(made).toHaveLength(wanted.length);
    expect(program.op.length).toBe(3 + wanted.length + 6 + 2 + 2);
  });

  it('and has the same values for the same parameters', () => {
    const layer = linear([x, y, z], 2, { initializer: uniform(), bias: uniform() });
    const [a, b, c, d, e, f, g, h] = parameters(layer).map((p) => p.value) as [number, ...number[]] & number[];
    const row = { x: 0.3, y: -2, z: 1e-3 };
    expect(evaluate(layer, row)).toEqual([
      a * row.x + (b as number) * row.y + (c as number) * row.z + (d as number),
      (e as number) * row.x + (f as number) * row.y + (g as number) * row.z + (h as number),
    ]);
  });
});

it('linear is one flat sum of products in the order of the inputs, with the bias last', () => {
  const [unit] = linear([x, y], 1, { initializer: constants(0.5), bias: constants(-2) });
  expect(funcify(unit)).toBe('0.5 * x + 0.5 * y - 2');
  expect(unit.kind === 'operation' && unit.args).toHaveLength(3);
  const [celsius] = linear([input('fahrenheit')], 1);
  [5 / 9, -160 / 9].forEach((value, i) => {
    (parameters(celsius)[i] as { value: number }).value = value;
  });
  expect(funcify(celsius)).toBe('0.5556 * fahrenheit - 17.78');
});

it('linear creates parameters output by output: its weights in the order of the inputs, then its bias', () => {
  const layer = linear([x, y], 2, { name: 'first' });
  expect(parameters(layer).map(({ name }) => name)).toEqual([
    'first.weight[0][0]',
    'first.weight[0][1]',
    'first.bias[0]',
    'first.weight[1][0]',
    'first.weight[1][1]',
    'first.bias[1]',
  ]);
  expect(parameters(linear([x], 1)).map(({ name }) => name)).toEqual([undefined, undefined]);
});

it('linear starts with weights by Glorot and biases of 0', () => {
  seed(42);
  const [unit] = linear(inputs('pixel', 50), 1);
  const values = parameters(unit).map(({ value }) => value);
  const bias = values.pop();
  const limit = Math.sqrt(6 / 51);
  expect(bias).toBe(0);
  expect(Math.max(...values.map(Math.abs))).toBeLessThan(limit);
  expect(Math.max(...values.map(Math.abs))).toBeGreaterThan(0.8 * limit);
});

it('linear without bias has one parameter for each input', () => {
  const [unit] = linear([x], 1, { bias: false, initializer: constants(2) });
  expect(funcify(unit)).toBe('2 * x');
  expect(parameters(unit)).toHaveLength(1);
});

it('linear takes records and numbers, and gives a record for a list of names', () => {
  const { cat, dog } = linear({ x, one: 1 }, ['cat', 'dog'], { initializer: constants(3) });
  expect(evaluate({ cat, dog }, { x: 2 })).toEqual({ cat: 9, dog: 9 });
  expect(Object.keys(linear([x], ['b', 'a']))).toEqual(['b', 'a']);
});

it('linear leaves its name as scope on every node that it makes', () => {
  const [unit] = linear(linear([x, y], 3).map(tanh), 1);
  expect(
    summary(unit).blocks.map(({ name, inputs, outputs, parameters }) => [name, inputs, outputs, parameters]),
  ).toEqual([
    ['linear#1', 2, 3, 9],
    ['linear#2', 3, 1, 4],
  ]);
});

it('linear with 784 inputs and 128 outputs is built at once', () => {
  const layer = linear(inputs('pixel', 784), 128, { initializer: zeros() });
  expect(layer).toHaveLength(128);
  expect(parameters(layer)).toHaveLength(128 * 785);
});

it('linear says what is wrong', () => {
  const wrong: [() => unknown, string][] = [
    [() => linear([x], 0), 'linear needs a positive whole number of outputs, or a list of their names, not 0.'],
    [() => linear([x], 1.5), 'linear needs a positive whole number of outputs, or a list of their names, not 1.5.'],
    // @ts-expect-error outputs are missing
    [() => linear([x]), 'linear needs a positive whole number of outputs, or a list of their names, not undefined.'],
    [() => linear([x], []), 'linear got an empty list of output names. Give it at least one.'],
    [() => linear([x], ['a', 'a']), 'linear: the output name "a" is given twice. Give each output its own.'],
    // @ts-expect-error a number is no name
    [() => linear([x], [1]), 'linear: output name 0 must be a string, not 1.'],
    [() => linear([], 1), 'linear got an empty list. Give it at least one node.'],
    [() => linear({}, 1), 'linear got an empty record. Give it at least one node.'],
    // @ts-expect-error a node is no list
    [() => linear(x, 1), 'linear takes a list or a record of nodes, not a single node. Put it into a list: [node].'],
    // @ts-expect-error a string is no list
    [() => linear('x', 1), 'linear takes a list or a record of nodes, not "x" (a string).'],
    // @ts-expect-error null is no list
    [() => linear(null, 1), 'linear takes a list or a record of nodes, not null.'],
    // @ts-expect-error a string is no node
    [() => linear([x, 'y'], 1), 'linear, element 1: expected a node or a number, not "y" (a string).'],
    // @ts-expect-error undefined is no node
    [() => linear({ x: undefined }, 1), 'linear, element "x": expected a node or a number, not undefined.'],
    [
      // @ts-expect-error a string is no initializer
      () => linear([x], 1, { initializer: 'glorot' }),
      'linear: an initializer must be a function such as glorotUniform(), not "glorot" (a string).',
    ],
    [
      // @ts-expect-error uniform(…) is one
      () => linear([x], 1, { initializer: uniform }),
      'uniform(low, high) needs two finite numbers with low < high, not 1 and 1.',
    ],
    [
      // @ts-expect-error zeros() is one
      () => linear([x], 1, { initializer: zeros }),
      'linear: the initializer gave a function. Call it when you pass it: zeros(), not zeros.',
    ],
    [
      () => linear([x, y], 3, { initializer: () => [1, 2, 3] }),
      'linear: the initializer gave an array of 3, expected 6 numbers (3 rows of 2).',
    ],
    [
      () => linear([x, y], 1, { initializer: () => [1, Number.NaN] }),
      'linear: the initializer gave NaN for element 1, expected a finite number.',
    ],
    [
      // @ts-expect-error undefined is no list
      () => linear([x, y], 1, { initializer: () => undefined }),
      'linear: the initializer gave undefined, expected 2 numbers (1 rows of 2).',
    ],
  ];
  for (const [call, message] of wrong) {
    expect(call).toThrow(GraphError);
    expect(call).toThrow(message);
  }
});
