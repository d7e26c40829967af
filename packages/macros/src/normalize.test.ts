import { evaluate, funcify, GraphError, input, parameters } from '@chainrule/core';
import { expect, it } from 'vitest';
import { normalize } from './index.ts';

const [age, income] = [input('age'), input('income')];

it('normalize subtracts the mean and divides by the deviation, as constants', () => {
  const layer = normalize([age, income], { mean: [40, 30000], deviation: [16, 12500] });
  expect(evaluate(layer, { age: 48, income: 5000 })).toEqual([0.5, -2]);
  expect(funcify(layer[0])).toBe('(age - 40) / 16');
  expect(parameters(layer)).toEqual([]);
});

it('normalize gives a record for a record', () => {
  const layer = normalize({ age, income }, { mean: new Float64Array([40, 30000]), deviation: [16, 12500] });
  expect(evaluate(layer, { age: 48, income: 5000 })).toEqual({ age: 0.5, income: -2 });
});

it('normalize says what is wrong', () => {
  const wrong: [() => unknown, string][] = [
    [
      () => normalize([age, income], { mean: [0], deviation: [1, 1] }),
      'normalize: mean is an array of 1, expected a list of 2 numbers, one for each input.',
    ],
    [
      // @ts-expect-error a deviation is missing
      () => normalize([age], { mean: [0] }),
      'normalize: deviation is undefined, expected a list of 1 numbers, one for each input.',
    ],
    [
      () => normalize([age], { mean: [Number.NaN], deviation: [1] }),
      'normalize: mean[0] is NaN, expected a finite number.',
    ],
    [
      () => normalize([age, income], { mean: [0, 0], deviation: [1, 0] }),
      'normalize: deviation[1] is 0, expected a number above 0. Leave out an input that never varies.',
    ],
  ];
  for (const [call, message] of wrong) {
    expect(call).toThrow(GraphError);
    expect(call).toThrow(message);
  }
});
