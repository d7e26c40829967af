// Steps that are made many at a time, by a compiled loop, against the same steps one by one. The loop is the one of
// testing/listLoop.ts, which counts its steps: what it must be equal to never runs through it.
import { input, type Parameter, randomGenerator } from '@chainrule/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  accuracy,
  adagrad,
  adam,
  adamw,
  chain,
  clipByGlobalNorm,
  clipByValue,
  cosineSchedule,
  defineTransform,
  lion,
  type Optimizer,
  rmsprop,
  scaleBySign,
  sgd,
  train,
  trainer,
} from './index.ts';
import { forgetLoops, loopSteps, made } from './testing/countedLoops.ts';
import type { ListLoop } from './testing/listLoop.ts';
import { descentOf, engines, net, rows } from './testing/smallNet.ts';

vi.mock('./engine.ts', async (original) => ({
  ...(await original<typeof import('./engine.ts')>()),
  compileTraining: (await import('./testing/countedLoops.ts')).compileCounted,
}));

beforeEach(forgetLoops);
afterEach(() => vi.restoreAllMocks());

const optimizers: [string, () => Optimizer][] = [
  ['sgd', () => sgd(0.05)],
  ['sgd with a schedule', () => sgd(cosineSchedule(0.1, 60))],
  ['sgd with momentum', () => sgd(0.05, { momentum: 0.9 })],
  ['sgd with Nesterov momentum', () => sgd(0.05, { momentum: 0.9, nesterov: true })],
  ['adagrad', () => adagrad(0.05)],
  ['rmsprop', () => rmsprop(0.01)],
  ['rmsprop with momentum', () => rmsprop(0.01, { momentum: 0.5 })],
  ['adam', () => adam(0.01)],
  ['adamw', () => adamw(0.01)],
  ['lion', () => lion(0.001)],
  ['signs', () => chain(scaleBySign(), sgd(0.01))],
  ['a chain', () => chain(clipByValue(0.5), clipByGlobalNorm(0.1), adam(0.01))],
];

test.each(optimizers)('%s: stretches of any length are single steps, bit for bit, state included', (_, optimizer) => {
  for (const [batchSize, shuffle] of [
    [1, true],
    [3, true],
    [3, false],
    [32, true],
  ] as const) {
    const [whole, parts] = [net(), net()];
    const single = descentOf(whole.loss, whole.weights, 'interpreter', { optimizer: optimizer(), batchSize, shuffle });
    const many = descentOf(parts.loss, parts.weights, 'wasm', { optimizer: optimizer(), batchSize, shuffle });
    const losses = new Float64Array(50);
    const generator = randomGenerator(batchSize);
    while (many.epoch < 3) {
      const done = many.stretch(1 + generator.integer(9), losses);
      for (let i = 0; i < done; i++) expect(losses[i]).toBe(single.step());
      expect([many.epoch, many.position, many.steps]).toEqual([single.epoch, single.position, single.steps]);
      if (generator.integer(3) > 0) continue;
      many.publish();
      expect(parts.values()).toEqual(whole.values());
    }
    expect(many.state()).toEqual(single.state());
    expect(loopSteps()).toBe(many.steps);
    made.length = 0;
  }
});

test.each(optimizers)('%s: train gives the same history and parameters on both engines', async (_, optimizer) => {
  const [a, b] = await Promise.all(
    engines.map(async (engine) => {
      const { loss, values } = net();
      const seen: unknown[] = [];
      const history = await train(loss, rows, {
        ...{ optimizer: optimizer(), engine, epochs: 7, batchSize: 3, seed: 5 },
        onEpoch: (report) => seen.push(report, values()),
      });
      return { ...history, engine: undefined, values: values(), seen };
    }),
  );
  expect(a).toEqual(b);
  expect(loopSteps()).toBe(7 * 8);
});

test('train makes many steps at a time, writes the parameters seldom, and says which engine ran', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const { loss } = net();
  const many = { x: Array.from({ length: 500 }, (_, i) => i / 500), y: Array.from({ length: 500 }, () => 1) };
  const history = await train(loss, many, { engine: 'wasm', epochs: 40, batchSize: 1 });
  const { counts } = made[0] as ListLoop;
  expect(counts).toEqual({ steps: 20_000, runs: counts.runs, reads: 1, writes: 1 });
  expect(counts.runs).toBeLessThan(70);
  expect(history.engine).toEqual({ name: 'wasm', reason: 'a test' });
  expect((await train(net().loss, rows, { engine: 'interpreter', epochs: 1 })).engine.name).toBe('interpreter');
  expect(trainer(net().loss, rows, { engine: 'wasm' }).engine.name).toBe('wasm');
});

test('callbacks, metrics, validation, early stopping and timers see the parameters of the last step', async () => {
  const [a, b] = await Promise.all(
    engines.map(async (engine) => {
      const { loss, y, values } = net();
      const seen: unknown[] = [];
      const history = await train(loss, rows, {
        ...{ engine, epochs: 30, batchSize: 2, optimizer: sgd(0.3, { momentum: 0.9 }) },
        metrics: { right: accuracy(y, input('y')) },
        ...{ validation: 0.2, earlyStopping: { patience: 2 } },
        onStep: (report) => seen.push(report, values()),
      });
      return { ...history, engine: undefined, seen, values: values() };
    }),
  );
  expect(a).toEqual(b);
  const { loss, values } = net();
  const controller = new AbortController();
  const seen: number[][] = [];
  const timer = setInterval(() => seen.push(values()) === 3 && controller.abort(), 15);
  await train(loss, rows, { engine: 'wasm', epochs: 1e9, batchSize: 3, signal: controller.signal });
  clearInterval(timer);
  expect(seen[1]).not.toEqual(seen[0]);
  expect(values()).toEqual(seen[2]);
});

test('evaluations alone see the parameters too', async () => {
  const results = engines.map(async (engine) => {
    const { loss } = net();
    return (await train(loss, rows, { engine, epochs: 9, batchSize: 5, validation: 0.3 })).validationLoss;
  });
  expect(await results[0]).toEqual(await results[1]);
});

test('steepest is the largest slope of the last step, however it was made', () => {
  const [whole, parts] = [net(), net()];
  const single = descentOf(whole.loss, whole.weights, 'interpreter', { optimizer: adam(0.01) });
  const many = descentOf(parts.loss, parts.weights, 'wasm', { optimizer: adam(0.01) });
  expect([single.steepest, many.steepest]).toEqual([0, 0]);
  const losses = new Float64Array(20);
  for (let i = 0; i < 12; i++) {
    for (let steps = many.stretch(i % 3 === 0 ? 1 : 5, losses); steps > 0; steps--) single.step();
    if (i % 2 === 0) many.publish();
    if (i % 4 === 0) (parts.weights[0] as { value: number }).value = 0.5 + i / 100;
    expect(many.steepest).toBe(single.steepest);
    expect(many.steepest).toBe(single.steepest);
    expect(parts.values().slice(1)).toEqual(whole.values().slice(1));
    if (i % 4 === 0) (whole.weights[0] as { value: number }).value = 0.5 + i / 100;
    expect(parts.values()).toEqual(whole.values());
  }
  expect(many.state()).toEqual(single.state());
});

test('a schedule that fails at a step stops the run there, with the steps before it made', async () => {
  const results = engines.map(async (engine) => {
    const { loss, values } = net();
    const rate = (step: number): number => (step === 13 ? -1 : 0.01);
    const error = await train(loss, rows, { engine, optimizer: sgd(rate), batchSize: 3 }).catch((e) => e);
    const { loss: other, values: otherValues } = net();
    const thrown = (step: number): number => {
      if (step === 6) throw new RangeError('no rate');
      return 0.01;
    };
    const rejected = await train(other, rows, { engine, optimizer: sgd(thrown), batchSize: 3 }).catch((e) => e);
    return [error.message, values(), rejected.message, otherValues()];
  });
  const [a, b] = await Promise.all(results);
  expect(b).toEqual(a);
  expect(a?.[0]).toContain('The learning rate is -1 at step 13');
  expect(a?.[2]).toBe('no rate');
  expect(loopSteps()).toBe(13 + 6);
});

test('a state saved on one engine goes on on the other', () => {
  const runs = [0, 1, 2].map((kind) => {
    const { loss, weights, values } = net();
    return { run: descentOf(loss, weights, kind === 0 ? 'interpreter' : 'wasm', { optimizer: adamw(0.01) }), values };
  });
  const [whole, first, second] = runs as [(typeof runs)[0], (typeof runs)[0], (typeof runs)[0]];
  const losses = new Float64Array(30);
  for (let i = 0; i < 4; i++) first.run.stretch(5, losses);
  for (let i = 0; i < 5; i++) second.run.stretch(7, losses);
  second.run.restore(JSON.parse(JSON.stringify(first.run.state())));
  whole.run.restore(JSON.parse(JSON.stringify(first.run.state())));
  for (let i = 0; i < 20; i++) {
    const done = second.run.stretch(3, losses);
    for (let k = 0; k < done; k++) expect(losses[k]).toBe(whole.run.step());
  }
  expect(second.run.state()).toEqual(whole.run.state());
  expect(second.values()).toEqual(whole.values());
});

test('a transform in JavaScript is not compiled: it runs step by step', async () => {
  const half = defineTransform('half', {}, 0, (updates) => {
    for (let i = 0; i < updates.length; i++) updates[i] = 0.5 * (updates[i] as number);
  });
  const [a, b] = [net(), net()];
  await train(a.loss, rows, { engine: 'wasm', optimizer: chain(half, sgd(0.5)), epochs: 3, batchSize: 3 });
  await train(b.loss, rows, { engine: 'wasm', optimizer: sgd(0.25), epochs: 3, batchSize: 3 });
  expect(a.values()).toEqual(b.values());
  expect(made.length).toBe(1);
});

test.each([
  ['some parameters', (weights: readonly Parameter[]) => weights.filter((_, i) => i % 3 !== 0)],
  ['parameters in another order', (weights: readonly Parameter[]) => weights.toReversed()],
])('%s are trained by compiled steps with the same bits', async (_, choose) => {
  const [a, b] = [net(), net()];
  for (const [{ loss, weights }, engine] of [
    [a, 'interpreter'],
    [b, 'wasm'],
  ] as const)
    await train(loss, rows, { engine, optimizer: adamw(0.01), parameters: choose(weights), epochs: 20, batchSize: 4 });
  expect(b.values()).toEqual(a.values());
  expect(b.values()).not.toEqual(net().values());
  expect(made.length).toBe(1);
});
