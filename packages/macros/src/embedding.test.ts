import { evaluate, GraphError, gradient, input, parameters, summary } from '@chainrule/core';
import { expect, it } from 'vitest';
import { constants, embedding } from './index.ts';

const weekday = input('weekday');

it('embedding reads a table of parameters, made row by row', () => {
  const layer = embedding(weekday, 7, 2);
  const table = parameters(layer);
  expect(table).toHaveLength(14);
  table.forEach((p, i) => {
    p.value = i;
  });
  expect(evaluate(layer, { weekday: 0 })).toEqual([0, 1]);
  expect(evaluate(layer, { weekday: 5 })).toEqual([10, 11]);
  expect(summary(layer).blocks.map(({ name }) => name)).toEqual(['embedding#1']);
});

it('embedding passes its gradient to the row that was read', () => {
  const [u] = embedding(weekday, 3, 1, { initializer: constants(0.5) });
  expect(evaluate(gradient(u, parameters(u)), { weekday: 1 })).toEqual([0, 1, 0]);
});

it('embedding gives a record for a list of names', () => {
  expect(evaluate(embedding(2, 3, ['u', 'v'], { initializer: constants(0.5) }))).toEqual({ u: 0.5, v: 0.5 });
});

it('embedding rejects numbers of classes and outputs that are not positive whole numbers', () => {
  expect(() => embedding(weekday, 0, 2)).toThrow(GraphError);
  expect(() => embedding(weekday, 0, 2)).toThrow('embedding needs a positive whole number of classes, not 0.');
  expect(() => embedding(weekday, 7, 0)).toThrow('embedding needs a positive whole number of outputs');
});
