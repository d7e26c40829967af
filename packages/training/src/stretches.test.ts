// Steps that are made many at a time, by a compiled loop, against the same steps one by one. The loop is the one of
// fixtures/listLoop.ts, which counts its steps: what it must be equal to never runs through it.
import { input, type Node, type Parameter, parameter, randomGenerator } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, exp, log, multiply, square, tanh } from '@chainrule/ops';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Descent, descent } from './descent.ts';
import type { ListLoop } from './fixtures/listLoop.ts';
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
  type NonFiniteError,
  type Optimizer,
  rmsprop,
  scaleBySign,
  sgd,
  train,
  trainer,
} from './index.ts';
import { goalOf } from './objective.ts';
import { forgetLoops, loopSteps, made, refused } from './testing/countedLoops.ts';

vi.mock('./engine.ts', async (original) => ({
  ...(await original<typeof import('./engine.ts')>()),
  compileTraining: (await import('./testing/countedLoops.ts')).compileCounted,
}));

beforeEach(forgetLoops);
afterEach(() => vi.restoreAllMocks());

const engines = ['interpreter', 'wasm'] as const;
type Engine = (typeof engines)[number];

const rows = Array.from({ length: 23 }, (_, i) => ({ x: Math.fround(i / 10 - 1), y: Math.fround((i * i) / 300) }));
const columns = [rows.map(({ x }) => x), rows.map(({ y }) => y)].map((list) => Float64Array.from(list));

/** A small net with its parameters. */
function net() {
  const weights = [0.5, -0.25, 0.75, -0].map((value) => parameter(value));
  const [a, b, c, d] = weights as [Node, Node, Node, Node];
  const y = add(multiply(a, tanh(add(multiply(b, input('x')), c))), d);
  return { weights, y, loss: squaredError(y, input('y')), values: () => weights.map(({ value }) => value) };
}

function descentOf(
  loss: Node,
  parameters: ReturnType<typeof parameter>[],
  engine: Engine,
  options: {
    optimizer: Optimizer;
    batchSize?: number;
    shuffle?: boolean;
    columns?: Float64Array[];
    tolerance?: number;
  },
): Descent {
  const data = options.columns ?? columns;
  const all = Int32Array.from(data[0] ?? [0, 0, 0, 0, 0, 0, 0], (_, i) => i);
  const others = { rows: all, columns: data, seed: 3, engine: { engine }, batchSize: 3, shuffle: true };
  return descent(goalOf(loss, parameters), { ...others, ...options });
}

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

/** What a run leaves behind: its error, its parameters and its state. */
function outcome(run: Descent, values: () => number[], go: () => void) {
  let error: NonFiniteError | undefined;
  try {
    go();
  } catch (e) {
    error = e as NonFiniteError;
  }
  const { row, sample, epoch, step, formula } = error?.place ?? {};
  return { message: error?.message, row, sample, epoch, step, formula, values: values(), state: run.state() };
}

/** A schedule that takes parameters far away in step `at`, so that the loss of the next is infinite. */
const jump =
  (at: number, rate: number) =>
  (step: number): number =>
    step === at ? rate : 0.01;

test('a loss that is infinite at any step gives the error, step, epoch and parameters that single steps give', () => {
  const generator = randomGenerator(1);
  for (let at = 0; at < 30; at++)
    for (const optimizer of [sgd(jump(at, 1e6)), adam(jump(at, 1e6)), adam(jump(at, 1e199))]) {
      const [single, ...others] = (['interpreter', 'wasm', 'wasm', 'wasm'] as const).map((engine, kind) => {
        const { loss, weights, values } = net();
        const run = descentOf(exp(loss), weights, engine, { optimizer, batchSize: 4 });
        const losses = new Float64Array(40);
        return outcome(run, values, () => {
          for (let i = 0; i < 60; i++) {
            if (kind < 2) run.step();
            else run.stretch(kind === 2 ? 40 : 1 + generator.integer(5), losses);
            if (generator.integer(4) === 0) run.publish();
          }
        });
      });
      expect(single?.message).toContain(
        `The loss is Infinity in epoch ${1 + Math.floor((at + 1) / 6)}, step ${at + 2}`,
      );
      expect(single?.values.every((value) => Math.abs(value) < 100)).toBe(true);
      for (const other of others) expect(other).toEqual(single);
    }
  expect(loopSteps()).toBeGreaterThan(1000);
});

test('a gradient that is too large, and an update that is, inside a stretch', () => {
  const build = (engine: Engine, optimizer: Optimizer, x: number[]) => {
    const w = parameter(1, { name: 'w' });
    const run = descentOf(multiply(w, input('x')), [w], engine, {
      ...{ optimizer, batchSize: 1, shuffle: false, columns: [Float64Array.from(x)] },
    });
    return outcome(
      run,
      () => [w.value],
      () => {
        if (engine === 'wasm') run.stretch(9, new Float64Array(9));
        else for (let i = 0; i < 9; i++) run.step();
      },
    );
  };
  const steep = engines.map((engine) => build(engine, adam(), [1, 2, 1, 3, 1e200, 1]));
  expect(steep[0]?.message).toContain('The gradient for parameter "w" is 1e+200 in epoch 1, step 5');
  expect(steep[1]).toEqual(steep[0]);
  const far = engines.map((engine) =>
    build(
      engine,
      sgd((step) => (step === 3 ? 1e307 : 0.1)),
      [1, 2, 1, 300, 1, 1],
    ),
  );
  expect(far[0]?.message).toContain('The step would make parameter "w" -Infinity in epoch 1, step 4');
  expect(far[1]).toEqual(far[0]);
});

test('steps that the loop refuses although they can be made are made all the same', () => {
  for (const steps of [[0], [5], [3, 4, 5, 17], Array.from({ length: 30 }, (_, i) => i)]) {
    refused.clear();
    for (const step of steps) refused.add(step);
    const [whole, parts] = [net(), net()];
    const single = descentOf(whole.loss, whole.weights, 'interpreter', { optimizer: adam(0.01) });
    const many = descentOf(parts.loss, parts.weights, 'wasm', { optimizer: adam(0.01) });
    const losses = new Float64Array(50);
    while (many.epoch < 3) {
      const done = many.stretch(6, losses);
      for (let i = 0; i < done; i++) expect(losses[i]).toBe(single.step());
    }
    expect(many.state()).toEqual(single.state());
    expect(parts.values()).toEqual(whole.values());
  }
});

test('after an error the parameters can be mended and the run goes on, the same on both engines', () => {
  const results = engines.map((engine) => {
    const w = parameter(2);
    const run = descentOf(log(w), [w], engine, {
      optimizer: sgd(jump(4, 1e9)),
      columns: [],
      shuffle: false,
      batchSize: 1,
    });
    const losses = new Float64Array(20);
    expect(() => {
      for (let i = 0; i < 20; i++) run.stretch(20, losses);
    }).toThrow('The loss is NaN');
    const back = w.value;
    w.value = 5;
    for (let i = 0; i < 4; i++) run.step();
    return [back, w.value, run.steps, run.epoch, run.steepest];
  });
  expect(results[0]).toEqual(results[1]);
  expect(results[0]?.[2]).toBe(9);
});

test('a parameter that is written between two stretches is seen, and is what an infinite loss goes back to', () => {
  const results = engines.map((engine) => {
    const w = parameter(0.5);
    const run = descentOf(exp(square(multiply(w, input('x')))), [w], engine, {
      ...{ optimizer: sgd(0.01, { momentum: 0.5 }), batchSize: 1 },
    });
    const log: number[] = [];
    const losses = new Float64Array(20);
    for (const value of [0.25, undefined, -0.75, 1e3]) {
      if (value !== undefined) w.value = value;
      try {
        for (let i = 0; i < 3; i++) log.push(run.step());
        for (let done = 0; done < 8; ) {
          const now = run.stretch(8 - done, losses);
          log.push(...losses.subarray(0, now));
          done += now;
        }
        run.publish();
      } catch (error) {
        log.push((error as NonFiniteError).place.step);
      }
      log.push(w.value, run.steps);
    }
    return log;
  });
  expect(results[1]).toEqual(results[0]);
  expect(results[0]?.at(-2)).toBe(1e3);
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
