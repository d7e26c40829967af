// Metrics and validation of train.
import { input, parameter } from '@chainrule/core';
import { add, multiply } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { type Metric, meanAbsoluteError, sgd, type TrainOptions, train } from './index.ts';
import { line, lineData } from './testing/line.ts';

test('metrics are computed after each epoch, over all training rows and all validation rows', async () => {
  const { w, b, x, y, prediction, loss } = line(1, 0);
  const history = await train(loss, lineData, {
    optimizer: sgd(0.05),
    epochs: 3,
    validation: { x: [10], y: [21] },
    metrics: {
      error: meanAbsoluteError(prediction, y),
      largest: { outputs: [x], value: ([xs]: readonly Float64Array[]) => Math.max(...(xs as Float64Array)) },
    },
  });
  const error =
    lineData.x.reduce((total, value, i) => total + Math.abs(w.value * value + b.value - (lineData.y[i] as number)), 0) /
    6;
  expect(history.metrics.error.length).toBe(3);
  expect(history.metrics.error[2]).toBeCloseTo(error, 12);
  expect(history.validationMetrics.error[2]).toBeCloseTo(Math.abs(10 * w.value + b.value - 21), 12);
  expect(history.validationLoss[2]).toBeCloseTo((10 * w.value + b.value - 21) ** 2, 12);
  expect(history.metrics.largest).toEqual([3, 3, 3]);
  expect(history.validationMetrics.largest).toEqual([10, 10, 10]);
});

test('a metric may read inputs that the loss does not, and nodes that are the same for all rows', async () => {
  const { w, loss } = line(3);
  const seen: number[][] = [];
  const metric: Metric<'note'> = {
    outputs: [input('note'), w],
    value: ([note, weight]) => {
      seen.push(Array.from(note as Float64Array), Array.from(weight as Float64Array));
      return 0;
    },
  };
  await train(loss, { note: [7, 8], x: [1, 2], y: [3, 4] }, { epochs: 1, optimizer: sgd(0), metrics: { metric } });
  expect(seen).toEqual([
    [7, 8],
    [3, 3],
  ]);
  await expect(train(loss, lineData, { metrics: { bad: { outputs: [input()], value: () => 0 } } })).rejects.toThrow(
    'A metric needs an unnamed input that the loss does not have. Name it: input("…").',
  );
});

test('validation: 0.25 sets a random quarter aside, without shuffling the last quarter', async () => {
  const trained = async (options: TrainOptions<'x'>): Promise<Set<number>> => {
    const [w, x] = [parameter(0), input('x')];
    const seen = new Set<number>();
    await train(
      add(multiply(0, w), x),
      { x: [1, 2, 3, 4, 5, 6, 7, 8] },
      {
        validation: 0.25,
        batchSize: 1,
        epochs: 2,
        onStep: ({ loss }) => seen.add(loss),
        ...options,
      },
    );
    return seen;
  };
  expect(await trained({ shuffle: false })).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  expect((await trained({})).size).toBe(6);
  expect(await trained({ seed: 1 })).toEqual(await trained({ seed: 1 }));
  expect(await trained({ seed: 1 })).not.toEqual(await trained({ seed: 2 }));
});

test('validation must leave rows for both parts', async () => {
  const { loss } = line();
  for (const validation of [0, 1, -0.5, 0.01, 0.99, Number.NaN])
    await expect(train(loss, lineData, { validation })).rejects.toThrow(
      `validation must be a fraction between 0 and 1 that leaves rows for both parts, or data, not ${validation} of 6 rows.`,
    );
  await expect(train(loss, lineData, { validation: { x: [1], y: [Number.NaN] } })).rejects.toThrow(
    'Validation data: Row 0: Input "y" is NaN, expected a finite number.',
  );
});
