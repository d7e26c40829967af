import { evaluate, input, summary } from '@chainrule/core';
import { expect, it } from 'vitest';
import { oneHot } from './index.ts';

const species = input('species');

it('oneHot is 1 for the class with the given number, 0 for the others', () => {
  const layer = oneHot(species, 3);
  expect([0, 1, 2, 3].map((at) => evaluate(layer, { species: at }))).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [0, 0, 0],
  ]);
  expect(evaluate(oneHot(1, ['cat', 'dog']))).toEqual({ cat: 0, dog: 1 });
  expect(summary(layer).blocks.map(({ name }) => name)).toEqual(['oneHot#1']);
});

it('oneHot rejects a number of classes that is not a positive whole number', () => {
  expect(() => oneHot(species, 0)).toThrow(
    'oneHot needs a positive whole number of outputs, or a list of their names, not 0.',
  );
});
