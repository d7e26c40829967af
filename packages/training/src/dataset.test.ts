import { parameter } from '@chainrule/core';
import { square, subtract } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { dataset } from './dataset.ts';
import { sgd, train } from './index.ts';

test('data for a loss without inputs has as many rows as it lists, and one at least', () => {
  expect([[{}, {}, {}], [{}], [], { x: [1, 2] }].map((data) => dataset('Data', [], data).count)).toEqual([3, 1, 1, 1]);
});

test('a loss without inputs is trained with a step for each batch of its rows', async () => {
  const w = parameter(1);
  const steps: number[] = [];
  const data = [{}, {}, {}, {}, {}];
  const onStep = ({ step }: { step: number }): number => steps.push(step);
  await train(square(subtract(w, 3)), data, { optimizer: sgd(0.25), epochs: 1, batchSize: 2, onStep });
  expect(steps).toEqual([1, 2, 3]);
  expect(w.value).toBe(2.75);
});
