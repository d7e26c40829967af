import { expect, test } from 'vitest';
import { taken } from '../fixtures/trajectory.ts';
import { adam } from './adam.ts';
import { chain } from './chain.ts';
import { clipByValue } from './clipByValue.ts';
import { scaleByAdam } from './scaleByAdam.ts';
import { scaleByLearningRate } from './scaleByLearningRate.ts';
import { scaleBySign } from './scaleBySign.ts';
import { sgd } from './sgd.ts';
import { defineTransform } from './transform.ts';

test('adam(rate) is chain(scaleByAdam(), scaleByLearningRate(rate))', () => {
  expect(taken(chain(scaleByAdam(), scaleByLearningRate(0.01)))).toEqual(taken(adam(0.01)));
});

test('chain of transforms is a transform, with an optimizer it is an optimizer', () => {
  expect('rate' in chain(clipByValue(1), scaleBySign())).toBe(false);
  expect(chain(clipByValue(1), sgd(0.25)).rate(7)).toBe(0.25);
  expect(chain(sgd(0.25), clipByValue(1)).rate(7)).toBe(0.25);
});

test('chain refuses two optimizers, which would go uphill', () => {
  expect(() => chain(sgd(), adam())).toThrow('A chain can hold one optimizer, not sgd and adam. Leave one out.');
});

test('chain refuses what is no transform', () => {
  for (const part of [null, 5, adam, {}] as never[])
    expect(() => chain(part, sgd())).toThrow(
      'A part of a chain must be a transform such as clipByValue(1), or an optimizer',
    );
});

test('scaleBySign keeps the sign of each update', () => {
  const updates = Float64Array.of(-3, 0, 1e-300);
  scaleBySign().update(updates, [], updates, 0);
  expect(updates).toEqual(Float64Array.of(-1, 0, 1));
});

test('defineTransform makes a stage of one’s own, with memory for each parameter', () => {
  const average = defineTransform('average', {}, 1, (updates, [sum], _, step) => {
    for (let i = 0; i < updates.length; i++) {
      (sum as Float64Array)[i] = (sum?.[i] as number) + (updates[i] as number);
      updates[i] = (sum?.[i] as number) / (step + 1);
    }
  });
  const optimizer = chain(average, sgd(1));
  const state = optimizer.init(1);
  const moves = [4, 2, 0].map((gradient, step) => {
    const updates = Float64Array.of(gradient);
    optimizer.update(updates, state, Float64Array.of(0), step);
    return updates[0];
  });
  expect(moves).toEqual([-4, -3, -2]);
});

test('update gives the same result for the same state, and writes into the given memory only', () => {
  const optimizer = adam(0.1);
  const moves = [0, 1].map(() => {
    const state = optimizer.init(2);
    const updates = Float64Array.of(1, -2);
    optimizer.update(updates, state, Float64Array.of(0, 0), 0);
    return { updates, state };
  });
  expect(moves[0]).toEqual(moves[1]);
});
