import { input, parameter } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, multiply, tanh } from '@chainrule/ops';
import { expect, test } from 'vitest';
import {
  adagrad,
  adam,
  adamw,
  chain,
  clipByGlobalNorm,
  clipByValue,
  constantSchedule,
  cosineSchedule,
  exponentialSchedule,
  joinSchedules,
  linearSchedule,
  lion,
  type Optimizer,
  oneCycle,
  rmsprop,
  type Schedule,
  scaleBySign,
  sgd,
  stepSchedule,
  type Trainer,
  type TrainerState,
  trainer,
  warmUp,
} from './index.ts';

const rows = Array.from({ length: 23 }, (_, i) => ({ x: Math.fround(i / 10 - 1), y: Math.fround((i * i) / 300) }));

function start(optimizer: Optimizer): { run: Trainer; values: () => number[] } {
  const weights = [0.5, -0.25, 0.75, -0].map((value) => parameter(value));
  const [a, b, c, d] = weights as [(typeof weights)[0], (typeof weights)[0], (typeof weights)[0], (typeof weights)[0]];
  const y = add(multiply(a, tanh(add(multiply(b, input('x')), c))), d);
  const run = trainer(squaredError(y, input('y')), rows, { optimizer, batchSize: 3, seed: 7 });
  return { run, values: () => weights.map((w) => w.value) };
}

function steps(run: Trainer, count: number): number[] {
  return Array.from({ length: count }, () => run.step());
}

const optimizers: [string, () => Optimizer][] = [
  ['sgd', () => sgd(0.05)],
  ['sgd with momentum', () => sgd(0.05, { momentum: 0.9 })],
  ['sgd with Nesterov momentum', () => sgd(0.05, { momentum: 0.9, nesterov: true })],
  ['adagrad', () => adagrad(0.05)],
  ['rmsprop', () => rmsprop(0.01)],
  ['rmsprop with momentum', () => rmsprop(0.01, { momentum: 0.5 })],
  ['adam', () => adam(0.01)],
  ['adamw', () => adamw(0.01)],
  ['lion', () => lion(0.001)],
  ['a chain', () => chain(clipByGlobalNorm(0.1), adam(0.01))],
];

const schedules: [string, () => Schedule][] = [
  ['constantSchedule', () => constantSchedule(0.05)],
  ['linearSchedule', () => linearSchedule(0.05, 0, 40)],
  ['stepSchedule', () => stepSchedule(0.05, 0.5, 5)],
  ['exponentialSchedule', () => exponentialSchedule(0.05, 0.9)],
  ['cosineSchedule', () => cosineSchedule(0.05, 40)],
  ['warmUp', () => warmUp(15, 0.05)],
  ['oneCycle', () => oneCycle(0.05, 40)],
  ['joinSchedules', () => joinSchedules([constantSchedule(0.05), cosineSchedule(0.05, 20)], [13])],
];

const cases: [string, () => Optimizer][] = [
  ...optimizers,
  ...schedules.map(([name, schedule]): [string, () => Optimizer] => [`sgd with ${name}`, () => sgd(schedule())]),
];

test.each(cases)('%s: a run resumed from JSON in the middle of an epoch goes on with the same bits', (_, optimizer) => {
  const whole = start(optimizer());
  const losses = steps(whole.run, 30);
  for (const at of [0, 5, 8, 13]) {
    const first = start(optimizer());
    steps(first.run, at);
    const saved = JSON.parse(JSON.stringify(first.run.state())) as TrainerState;
    const second = start(optimizer());
    second.run.restore(saved);
    expect(steps(second.run, 30 - at)).toEqual(losses.slice(at));
    expect(second.values()).toEqual(whole.values());
    expect(second.run.state()).toEqual(whole.run.state());
  }
});

test('state() is JSON that loses no bit, not even the sign of zero', () => {
  const { run, values } = start(sgd(0.05, { momentum: 0.9 }));
  const saved = JSON.parse(JSON.stringify(run.state())) as TrainerState;
  expect(saved).toMatchObject({ version: 1, optimizer: 'sgd', rows: 23, batchSize: 3, epoch: 0, position: 0, step: 0 });
  expect(saved.parameters).toEqual([0.5, -0.25, 0.75, '-0']);
  steps(run, 3);
  run.restore(saved);
  expect(values()).toEqual([0.5, -0.25, 0.75, -0]);
});

test('restore goes back in the same trainer too', () => {
  const { run } = start(adam(0.01));
  steps(run, 4);
  const saved = run.state();
  const losses = steps(run, 10);
  run.restore(saved);
  expect(steps(run, 10)).toEqual(losses);
});

test('after restore there is no last step that could be steep', () => {
  const { run } = start(sgd(0.1));
  const saved = run.state();
  run.step();
  expect(run.steepest).toBeGreaterThan(0);
  run.restore(saved);
  expect(run.steepest).toBe(0);
});

test('restore refuses the state of another chain', () => {
  const { run } = start(chain(clipByValue(1), sgd(0.1)));
  const state = run.state();
  expect(state.optimizer).toBe('chain(clipByValue, sgd)');
  expect(() => start(chain(scaleBySign(), sgd(0.1))).run.restore(state)).toThrow(
    'a run with optimizer "chain(clipByValue, sgd)" (a string), this one has "chain(scaleBySign, sgd)"',
  );
});

test('restore refuses what is no state of this run, and changes nothing then', () => {
  const { run, values } = start(adam(0.01));
  steps(run, 4);
  const saved = run.state();
  const before = values();
  const bad = (change: object) => () => run.restore({ ...saved, ...change } as TrainerState);
  expect(() => run.restore(null as unknown as TrainerState)).toThrow('restore needs what state() returned, not null.');
  expect(bad({ version: 2 })).toThrow('has version 2, this release reads version 1');
  expect(bad({ optimizer: 'sgd' })).toThrow('a run with optimizer "sgd" (a string), this one has "adam" (a string)');
  expect(bad({ rows: 22 })).toThrow('a run with rows 22, this one has 23. Set it up as it was.');
  expect(bad({ batchSize: 4 })).toThrow('batchSize 4');
  expect(bad({ epoch: -1 })).toThrow('epoch is -1');
  expect(bad({ position: 23 })).toThrow('position is 23');
  expect(bad({ step: 0.5 })).toThrow('step is 0.5');
  expect(bad({ generator: [1, 2, 3] })).toThrow('generator is an array of 3, expected four whole numbers');
  expect(bad({ parameters: [1, 2, 3] })).toThrow('parameters must be a list of 4, not an array of 3');
  expect(bad({ parameters: [1, 2, 3, 'x'] })).toThrow('parameters[3] is "x" (a string), expected a number');
  expect(bad({ memory: [[[1], [2]], []] })).toThrow('memory[0][0] must be a list of 4');
  expect(bad({ memory: undefined })).toThrow('memory must be a list of 2, not undefined');
  expect(values()).toEqual(before);
  expect(run.state()).toEqual(saved);
});
