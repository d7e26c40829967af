import {
  evaluate,
  evaluator,
  funcify,
  GraphError,
  gradient,
  input,
  inputs,
  lower,
  parameters,
  seed,
  summary,
} from '@chainrule/core';
import { add, multiply, relu, sigmoid, square, subtract, tanh } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { constants, linear, mlp } from './index.ts';

const [x, y] = [input('x'), input('y')];

it('mlp is linear layers one after the other, with an activation between them', () => {
  const { structure: _, parameters: made, ...program } = lower(mlp([x, y], [3, 2, 1]));
  const layers = linear(linear(linear([x, y], 3).map(tanh), 2).map(tanh), 1);
  const { structure: __, parameters: wanted, ...hand } = lower(layers);
  expect(program).toEqual(hand);
  expect(made).toHaveLength(wanted.length);
});

it('mlp draws the same numbers as the layers that it is made of', () => {
  seed(7);
  const a = parameters(mlp([x, y], [3, 1])).map(({ value }) => value);
  seed(7);
  const b = parameters(linear(linear([x, y], 3).map(tanh), 1)).map(({ value }) => value);
  expect(a).toEqual(b);
});

it('mlp takes the activation, that of the last layer, the initializer, the bias and a name', () => {
  const [p] = mlp([x], [1, 1], {
    activation: relu,
    output: sigmoid,
    initializer: constants(2),
    bias: false,
    name: 'net',
  });
  expect(funcify(p)).toBe('sigmoid(2 * relu(2 * x))');
  expect(parameters(p).map(({ name }) => name)).toEqual(['net[0].weight[0][0]', 'net[1].weight[0][0]']);
});

it('mlp gives a record for a list of names as the last width', () => {
  const outputs = mlp([x], [2, ['cat', 'dog']], { output: sigmoid });
  expect(Object.keys(outputs)).toEqual(['cat', 'dog']);
  expect(funcify(outputs.dog)).toMatch(/^sigmoid\(/);
});

it('mlp takes an activation that gives a number, or that makes parameters', () => {
  expect(evaluate(mlp([x], [2, 1], { activation: () => 1, initializer: constants(3) }), { x: 5 })).toEqual([6]);
});

it('mlp has a scope around those of its layers', () => {
  const blocks = summary(mlp(inputs('pixel', 4), [3, 2])).blocks;
  expect(
    blocks.map(({ name, depth, inputs, outputs, parameters }) => [name, depth, inputs, outputs, parameters]),
  ).toEqual([
    ['mlp#1', 0, 4, 2, 23],
    ['linear#1', 1, 4, 3, 15],
    ['linear#2', 1, 3, 2, 8],
  ]);
});

it('mlp says what is wrong', () => {
  const wrong: [() => unknown, string][] = [
    [() => mlp([x], []), 'mlp needs a list with the width of each layer, such as [8, 3], not an array of 0.'],
    // @ts-expect-error a number is no list
    [() => mlp([x], 3), 'mlp needs a list with the width of each layer, such as [8, 3], not 3.'],
    [() => mlp([x], [3, 0]), 'linear needs a positive whole number of outputs, or a list of their names, not 0.'],
    [
      // @ts-expect-error a string is no activation
      () => mlp([x], [3, 1], { activation: 'tanh' }),
      'mlp: activation must be a function from a node to a node, such as tanh, not "tanh" (a string).',
    ],
    [
      // @ts-expect-error a number is no activation
      () => mlp([x], [3, 1], { output: 1 }),
      'mlp: output must be a function from a node to a node, such as tanh, not 1.',
    ],
    [() => mlp([], [1]), 'mlp got an empty list. Give it at least one node.'],
  ];
  for (const [call, message] of wrong) {
    expect(call).toThrow(GraphError);
    expect(call).toThrow(message);
  }
});

describe('an mlp learns exclusive or', () => {
  it.each([1, 2, 3])('by gradient descent, from seed %d', (start) => {
    seed(start);
    const [p] = mlp([x, y], [4, 1], { output: sigmoid });
    const rows = [0, 1, 2, 3].map((i) => ({ x: i & 1, y: i >> 1, t: (i & 1) ^ (i >> 1) }));
    const t = input('t');
    const loss = square(subtract(p, t));
    const ws = parameters(loss);
    const slopes = evaluator(gradient(loss, ws));
    for (let step = 0; step < 1500; step++) {
      const all = rows.map((row) => slopes(row));
      ws.forEach((w, i) => {
        w.value -= 1 * all.reduce((total, slope) => total + (slope[i] as number), 0);
      });
    }
    const predicted = rows.map((row) => Math.round(evaluate(p, { x: row.x, y: row.y })));
    expect(predicted).toEqual([0, 1, 1, 0]);
  });
});

it('mlp may be used twice on the same inputs', () => {
  const [a] = mlp([x, y], [2, 1]);
  const [b] = mlp([x, y], [2, 1]);
  expect(parameters(add(a, multiply(b, b)))).toHaveLength(18);
});
