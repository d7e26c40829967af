import { expect, test } from 'vitest';
import { cosineSchedule, type EpochReport, meanAbsoluteError, type StepReport, sgd, train } from './index.ts';
import { line, lineData } from './testing/line.ts';

test('an abort signal stops between two steps, resolves, and leaves the parameters of the last step', async () => {
  const { w, loss } = line();
  const controller = new AbortController();
  let last = 0;
  const history = await train(loss, lineData, {
    optimizer: sgd(0.01),
    batchSize: 1,
    signal: controller.signal,
    onStep: ({ step }) => {
      last = w.value;
      if (step === 9) controller.abort();
    },
  });
  expect(history.stopped).toBe('aborted');
  expect(history.loss.length).toBe(1);
  expect(w.value).toBe(last);
  const before = w.value;
  const none = await train(loss, lineData, { signal: AbortSignal.abort() });
  expect(none).toMatchObject({ stopped: 'aborted', loss: [], bestEpoch: undefined });
  expect(w.value).toBe(before);
});

test('a timer can stop a long training: train yields to the event loop', async () => {
  const { loss } = line();
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 40);
  const history = await train(loss, lineData, { epochs: 1e9, signal: controller.signal });
  expect(history.stopped).toBe('aborted');
});

test('onStep and onEpoch are called in order, and onEpoch is awaited', async () => {
  const { y, prediction, loss } = line();
  const log: (StepReport | EpochReport<'mae'> | string)[] = [];
  await train(loss, lineData, {
    optimizer: sgd(cosineSchedule(0.1, 4)),
    epochs: 2,
    batchSize: 3,
    metrics: { mae: meanAbsoluteError(prediction, y) },
    onStep: (report) => log.push(report),
    onEpoch: async (report) => {
      log.push(report);
      await new Promise((resolve) => setTimeout(resolve, 1));
      log.push('awaited');
    },
  });
  expect(log.map((entry) => (typeof entry === 'string' ? entry : 'epochs' in entry ? 'epoch' : 'step'))).toEqual([
    'step',
    'step',
    'epoch',
    'awaited',
    'step',
    'step',
    'epoch',
    'awaited',
  ]);
  expect(log[1]).toMatchObject({ step: 2, epoch: 1 });
  expect(log[2]).toMatchObject({
    epoch: 1,
    epochs: 2,
    step: 2,
    validationLoss: undefined,
    validationMetrics: undefined,
  });
  expect((log[6] as EpochReport).learningRate).toBeCloseTo(0.1 * (1 + Math.cos((3 * Math.PI) / 4)) * 0.5, 14);
});

test('what a callback throws ends the training', async () => {
  const { loss } = line();
  const onEpoch = (): never => {
    throw new RangeError('enough');
  };
  await expect(train(loss, lineData, { onEpoch })).rejects.toThrow('enough');
});
