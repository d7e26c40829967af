import { evaluate, GraphError, input, summary } from '@chainrule/core';
import { tanh } from '@chainrule/ops';
import { expect, it } from 'vitest';
import { constants, linear, residual } from './index.ts';

const xs = [input('x'), input('y')];

it('residual adds what the block gives to its inputs', () => {
  const layer = residual(xs, (hidden) => linear(hidden, 2, { initializer: constants(0.5) }));
  expect(evaluate(layer, { x: 1, y: 3 })).toEqual([3, 5]);
});

it('residual is a scope around those of its block', () => {
  const layer = residual(xs, (hidden) => linear(hidden, 2).map(tanh));
  expect(summary(layer).blocks.map(({ name, depth }) => [name, depth])).toEqual([
    ['residual#1', 0],
    ['linear#1', 1],
  ]);
});

it('residual rejects a block with another number of outputs', () => {
  expect(() => residual(xs, (hidden) => linear(hidden, 3))).toThrow(GraphError);
  expect(() => residual(xs, (hidden) => linear(hidden, 3))).toThrow(
    'residual: the block gave 3 outputs for 2 inputs. Give it as many outputs as inputs, so that they can be added.',
  );
  expect(() => residual([], (hidden) => hidden)).toThrow('residual got an empty list. Give it at least one node.');
});
