import { parameter } from '@chainrule/core';
import { expect, test } from 'vitest';
import { earlyStopping } from './earlyStopping.ts';
import { sgd, train } from './index.ts';
import { line, lineData } from './testing/line.ts';

test('early stopping ends the run when the validation loss no longer falls, and puts the best parameters back', async () => {
  const { w, b, loss } = line();
  const weights: number[] = [];
  const history = await train(loss, lineData, {
    optimizer: sgd(0.02),
    epochs: 1000,
    // fits y = 2x + 1 − 1 best somewhere on the way to y = 2x + 1
    validation: { x: [0], y: [0.4] },
    earlyStopping: { patience: 3 },
    onEpoch: () => weights.push(w.value),
  });
  expect(history.stopped).toBe('early');
  const lowest = Math.min(...history.validationLoss);
  expect(history.bestEpoch).toBe(history.validationLoss.indexOf(lowest) + 1);
  expect(history.loss.length).toBe((history.bestEpoch as number) + 3);
  expect(w.value).toBe(weights[(history.bestEpoch as number) - 1]);
  expect((b.value - 0.4) ** 2).toBe(lowest);
});

test('early stopping without validation data watches the loss on all training data', async () => {
  const { w, b, loss } = line();
  const history = await train(loss, lineData, {
    optimizer: sgd(0.1),
    epochs: 10000,
    earlyStopping: { patience: 5, minimumImprovement: 1e-6 },
  });
  expect(history.stopped).toBe('early');
  expect(history.loss.length).toBeLessThan(1000);
  expect(history.validationLoss).toEqual([]);
  expect(w.value).toBeCloseTo(2, 2);
  expect(b.value).toBeCloseTo(1, 2);
});

test('early stopping counts only what falls by more than minimumImprovement', async () => {
  const epochs = async (minimumImprovement: number): Promise<number> => {
    const { loss } = line();
    const earlyStopping = { patience: 2, minimumImprovement };
    return (await train(loss, lineData, { optimizer: sgd(0.05), epochs: 300, earlyStopping })).loss.length;
  };
  expect(await epochs(1000)).toBe(3);
  expect(await epochs(0.01)).toBeLessThan(await epochs(1e-6));
  expect(await epochs(1e-6)).toBeLessThan(await epochs(0));
});

test('early stopping that never strikes still keeps the best parameters', async () => {
  const { w, loss } = line(2, 1);
  const history = await train(loss, lineData, {
    optimizer: sgd((step) => (step === 0 ? 0 : 0.3)),
    epochs: 4,
    earlyStopping: { patience: 10 },
    validation: lineData,
  });
  expect(history).toMatchObject({ stopped: 'finished', bestEpoch: 1 });
  expect(w.value).toBe(2);
});

test('aborted with early stopping, the parameters are those of the last step all the same', async () => {
  const { w, loss } = line(2, 1);
  const controller = new AbortController();
  const history = await train(loss, lineData, {
    optimizer: sgd((step) => (step === 0 ? 0 : 0.3)),
    earlyStopping: { patience: 50 },
    signal: controller.signal,
    onEpoch: ({ epoch }) => {
      if (epoch === 1) w.value = 5; // from the best place to a worse one
      if (epoch === 3) controller.abort();
    },
  });
  expect(history).toMatchObject({ stopped: 'aborted', bestEpoch: undefined });
  expect(w.value).not.toBe(2);
});

test('early stopping keeps the first parameters while no loss is a number, and counts such epochs', () => {
  const w = parameter(7);
  const stopping = earlyStopping([w], { patience: 2 });
  expect(stopping.bestEpoch).toBeUndefined();
  expect(stopping.enough(1, Number.NaN)).toBe(false);
  w.value = 8;
  expect(stopping.enough(2, Number.NaN)).toBe(true);
  expect(stopping.bestEpoch).toBe(1);
  stopping.restore();
  expect(w.value).toBe(7);
  w.value = 9;
  expect(stopping.enough(3, 1e300)).toBe(false);
  expect(stopping.bestEpoch).toBe(3);
});
