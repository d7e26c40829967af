// Training on the engines themselves: the same bits as on the interpreter.
import { input, type Node, parameter, parameters, randomGenerator, seed } from '@chainrule/core';
import { binaryCrossEntropy, l2 } from '@chainrule/losses';
import { linear } from '@chainrule/macros';
import { add, multiply, sigmoid, square, subtract, tanh } from '@chainrule/ops';
import { expect, test } from 'vitest';
import {
  adagrad,
  adam,
  adamw,
  addDecayedWeights,
  chain,
  clipByGlobalNorm,
  clipByValue,
  cosineSchedule,
  defineRule,
  defineTransform,
  lion,
  minimize,
  type Optimizer,
  rmsprop,
  scaleBySign,
  sgd,
  train,
  trainer,
} from './index.ts';

const engines = ['interpreter', 'javascript', 'wasm', 'auto'] as const;

const generator = randomGenerator(1);
const rows = Array.from({ length: 77 }, () => {
  const [x, y] = [generator.uniform(-1, 1), generator.uniform(-1, 1)];
  return { x, y, label: x * y > 0 ? 1 : 0 };
});

/** A small classifier with weight decay, the same every time. */
function classifier() {
  seed(3);
  const [logit] = linear(linear([input('x'), input('y')], 5).map(tanh), 1);
  const weights = parameters(logit);
  const loss = add(binaryCrossEntropy(sigmoid(logit), input('label')), l2(weights, 1e-3));
  return { loss, weights, values: () => weights.map(({ value }) => value) };
}

const optimizers: [string, () => Optimizer][] = [
  ['sgd', () => sgd(0.05)],
  ['sgd with Nesterov momentum', () => sgd(0.05, { momentum: 0.9, nesterov: true })],
  ['sgd with a schedule', () => sgd(cosineSchedule(0.1, 100))],
  ['adagrad', () => adagrad()],
  ['rmsprop with momentum', () => rmsprop(0.01, { momentum: 0.5 })],
  ['adam', () => adam(0.01)],
  ['adamw', () => adamw(0.01)],
  ['lion', () => lion(0.01)],
  ['clipping', () => chain(clipByGlobalNorm(0.05), clipByValue(0.02), adam(0.01))],
  ['signs and decay', () => chain(scaleBySign(), addDecayedWeights(0.1), sgd(0.01))],
];

test.each(optimizers)(
  '%s: the same history and parameters on every engine, for batches of 1, 3, 32',
  async (_, make) => {
    for (const batchSize of [1, 3, 32]) {
      const runs = engines.map(async (engine) => {
        const { loss, values } = classifier();
        const history = await train(loss, rows, { optimizer: make(), engine, epochs: 4, batchSize });
        if (engine !== 'auto') expect(history.engine.name).toBe(engine);
        else expect(history.engine.name).not.toBe('interpreter');
        return [history.loss, values()];
      });
      const [expected, ...others] = await Promise.all(runs);
      for (const other of others) expect(other).toEqual(expected);
    }
  },
);

test('a transform in JavaScript, and parameters that are not trained, have the same bits on every engine', async () => {
  const half = defineTransform('half', {}, 0, (updates) => {
    for (let i = 0; i < updates.length; i++) updates[i] = 0.5 * (updates[i] as number);
  });
  const runs = engines.map(async (engine) => {
    const [own, some] = [classifier(), classifier()];
    await train(own.loss, rows, { optimizer: chain(half, adam(0.01)), engine, epochs: 3 });
    const history = await train(some.loss, rows, { engine, epochs: 3, parameters: some.weights.slice(2) });
    expect(some.values().slice(0, 2)).toEqual(classifier().values().slice(0, 2));
    return [own.values(), some.values(), history.loss];
  });
  const [expected, ...others] = await Promise.all(runs);
  for (const other of others) expect(other).toEqual(expected);
});

test('trainer gives the same losses, slopes and states step by step on every engine', () => {
  const [expected, ...others] = engines.map((engine) => {
    const { loss, values } = classifier();
    const run = trainer(loss, rows, { engine, batchSize: 10, optimizer: adam(0.02) });
    const steps = Array.from({ length: 20 }, () => [run.step(), run.steepest, ...values()]);
    return { steps, state: run.state() };
  });
  for (const other of others) expect(other).toEqual(expected);
});

test('a loss of parameters alone has the same bits on every engine, however many rows an epoch has', async () => {
  const runs = engines.map(async (engine) => {
    const t = parameter(0);
    const data = new Array(9000).fill({});
    const { loss } = await train(square(subtract(t, 3)) as Node<never>, data, {
      engine,
      optimizer: sgd(0.01),
      epochs: 2,
    });
    return [loss, t.value];
  });
  const [expected, ...others] = await Promise.all(runs);
  expect(expected?.[1]).toBeCloseTo(3, 4);
  for (const other of others) expect(other).toEqual(expected);
});

test('a parameter that a rule reads is read at each step, and keeps what is written into it', () => {
  const runs = engines.map((engine) => {
    const [w, factor] = [parameter(1), parameter(1, { trainable: false })];
    const scale = defineRule('scale', {}, 0, (update) => ({ update: multiply(factor, update), memory: [] }));
    const data = { x: [1, 1, 1, 1] };
    const run = trainer(multiply(w, input('x')), data, { optimizer: chain(scale, sgd(1)), batchSize: 2, engine });
    run.step();
    const first = w.value;
    factor.value = 10;
    run.step();
    return [first, w.value, factor.value];
  });
  for (const run of runs) expect(run).toEqual([0, -10, 10]);
});

test('a parameter that a rule reads counts as it is where steps after a change of it cannot be made', () => {
  const runs = engines.map((engine) => {
    const [w, factor] = [parameter(3), parameter(1, { trainable: false })];
    const scale = defineRule('scale', {}, 0, (update) => ({ update: multiply(factor, update), memory: [] }));
    const optimizer = chain(
      scale,
      sgd((step) => (step === 3 ? 1e307 : 0.1)),
    );
    const data = { x: new Array(20).fill(1) };
    const run = trainer(square(multiply(w, input('x'))), data, { optimizer, batchSize: 1, shuffle: false, engine });
    for (let i = 0; i < 3; i++) run.step();
    factor.value = 100;
    expect(() => run.step()).toThrow('The step would make');
    factor.value = 1e-307;
    run.step();
    return [run.step(), w.value];
  });
  const [expected, ...others] = runs;
  for (const other of others) expect(other).toEqual(expected);
});

test('a rule that reads a parameter that is trained has the same bits on every engine', async () => {
  const runs = engines.map(async (engine) => {
    const [w, factor] = [parameter(1), parameter(0.5)];
    const scale = defineRule('scale', {}, 0, (update) => ({ update: multiply(factor, update), memory: [] }));
    const loss = square(add(multiply(w, input('x')), factor));
    const options = { optimizer: chain(scale, sgd(0.01)), batchSize: 2, engine, epochs: 2, shuffle: false };
    await train(loss, { x: [1, 2, 3, 4, 5, 6, 7, 8] }, options);
    return [w.value, factor.value];
  });
  const [expected, ...others] = await Promise.all(runs);
  for (const other of others) expect(other).toEqual(expected);
});

test('minimize gives the same values and stops at the same step on every engine', async () => {
  const runs = engines.map(async (engine) => {
    const [x, y] = parameters(classifier().loss) as [Node, Node];
    const valley = add(square(subtract(1, x)), multiply(100, square(subtract(y, square(x)))));
    return minimize(valley as Node<never>, { engine, optimizer: adam(0.05), steps: 5000, tolerance: 0.05 });
  });
  const [expected, ...others] = await Promise.all(runs);
  expect(expected?.stopped).toBe('converged');
  for (const other of others) expect(other).toEqual(expected);
});

test('precision f32 learns the same to about 7 digits', async () => {
  const [double, single] = await Promise.all(
    (['f64', 'f32'] as const).map(async (precision) => {
      const { loss, values } = classifier();
      const { loss: losses } = await train(loss, rows, { precision, epochs: 10, optimizer: sgd(0.1) });
      return { values: values(), losses };
    }),
  );
  expect(single?.values).not.toEqual(double?.values);
  for (const name of ['values', 'losses'] as const)
    single?.[name].forEach((value, i) => expect(value).toBeCloseTo(double?.[name][i] as number, 5));
});

test('engines, precisions and values that do not exist are refused before anything is trained', async () => {
  const { loss, values } = classifier();
  const before = values();
  const bad = (options: object) => train(loss, rows, options);
  await expect(bad({ engine: 'cuda' })).rejects.toThrow('engine is "cuda" (a string), expected "auto" or');
  await expect(bad({ engine: () => {} })).rejects.toThrow('engine is a function');
  await expect(bad({ precision: 'f16' })).rejects.toThrow('precision is "f16"');
  await expect(bad({ fast: 1 })).rejects.toThrow('fast is 1, expected');
  await expect(bad({ engine: 'interpreter', precision: 'f32' })).rejects.toThrow("'interpreter' computes in f64 only");
  await expect(minimize(square(parameters(loss)[0] as Node) as Node<never>, { fast: 0 } as object)).rejects.toThrow(
    'fast is 0',
  );
  expect(() => trainer(loss, rows, { engine: null as never })).toThrow('engine is null');
  expect(values()).toEqual(before);
});
