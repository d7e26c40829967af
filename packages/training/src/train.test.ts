import { evaluate, evaluator, input, type Node, parameter, randomGenerator } from '@chainrule/core';
import { binaryCrossEntropy, squaredError } from '@chainrule/losses';
import { linear, softmax } from '@chainrule/macros';
import { add, log, multiply, negate, sigmoid, square, subtract, sum, tanh } from '@chainrule/ops';
import { expect, test, vi } from 'vitest';
import { machine } from './engine.ts';
import { accuracy, adam, sgd, train, trainer } from './index.ts';
import { line, lineData } from './testing/line.ts';

vi.mock('./engine.ts', { spy: true });

test('Fahrenheit to Celsius: 1,000 samples, sgd(0.01) one sample at a time, gives 5/9 and −160/9 to 1e-6', async () => {
  const generator = randomGenerator(1);
  const fahrenheit = input('fahrenheit');
  const [weight, bias] = [parameter(generator.uniform(-1, 1)), parameter(generator.uniform(-1, 1))];
  const loss = squaredError(add(multiply(weight, fahrenheit), bias), input('celsius'));
  const rows = Array.from({ length: 1000 }, () => {
    const f = generator.uniform(-1, 1);
    return { fahrenheit: f, celsius: ((f - 32) * 5) / 9 };
  });
  const start = performance.now();
  const history = await train(loss, rows, { optimizer: sgd(0.01), epochs: 100, batchSize: 1 });
  expect(performance.now() - start).toBeLessThan(5000);
  expect(Math.abs(weight.value - 5 / 9)).toBeLessThan(1e-6);
  expect(Math.abs(bias.value + 160 / 9)).toBeLessThan(1e-6);
  expect(history.loss.length).toBe(100);
  expect(history.stopped).toBe('finished');
});

test('the article’s y > x classifier puts five new points on the right side', async () => {
  const generator = randomGenerator(2);
  const [x, y] = [input('x'), input('y')];
  const p = sigmoid(add(add(multiply(parameter(0.1), x), multiply(parameter(0.2), y)), parameter(0)));
  const rows = Array.from({ length: 500 }, () => {
    const point = { x: generator.uniform(-1, 1), y: generator.uniform(-1, 1) };
    return { ...point, above: point.y > point.x ? 1 : 0 };
  });
  const label = input('above');
  const history = await train(binaryCrossEntropy(p, label), rows, {
    optimizer: sgd(0.5),
    epochs: 30,
    batchSize: 1,
    metrics: { accuracy: accuracy(p, label) },
  });
  const points = { x: [0.2, 0.9, 0.5, -1, 3], y: [0.8, 0.1, 0.6, 1, -2] };
  expect(Array.from(evaluator(p).batch(points), (value) => value > 0.5)).toEqual([true, false, true, true, false]);
  expect(history.metrics.accuracy.at(-1)).toBeGreaterThan(0.98);
});

test('train fits rows, columns and rows by position alike', async () => {
  const results = [
    lineData,
    lineData.x.map((x, i) => ({ x, y: lineData.y[i] as number })),
    lineData.x.map((x, i) => [x, lineData.y[i] as number]),
  ];
  for (const data of results) {
    const { w, b, loss } = line();
    await train(loss, data, { optimizer: sgd(0.05), epochs: 500 });
    expect(w.value).toBeCloseTo(2, 8);
    expect(b.value).toBeCloseTo(1, 8);
  }
});

test('train without options is adam over batches of 32 for 100 epochs', async () => {
  const [a, b] = [line(), line()];
  const history = await train(a.loss, lineData);
  await train(b.loss, lineData, { optimizer: adam(0.001), batchSize: 32, epochs: 100, shuffle: true, seed: 0 });
  expect([a.w.value, a.b.value]).toEqual([b.w.value, b.b.value]);
  expect(history.loss.length).toBe(100);
  expect(history.learningRate).toEqual(Array.from({ length: 100 }, () => 0.001));
});

test('train is the same run as trainer, bit for bit, and the same twice', async () => {
  const fit = async (): Promise<number[]> => {
    const { w, b, loss } = line();
    await train(loss, lineData, { optimizer: adam(0.1), epochs: 20, batchSize: 2, seed: 5 });
    return [w.value, b.value];
  };
  const { w, b, loss } = line();
  const run = trainer(loss, lineData, { optimizer: adam(0.1), batchSize: 2, seed: 5 });
  while (run.epoch < 20) run.step();
  expect(await fit()).toEqual([w.value, b.value]);
  expect(await fit()).toEqual(await fit());
});

test('history.loss is the mean over the samples of the loss before each update', async () => {
  const { loss } = line();
  const history = await train(loss, lineData, { optimizer: sgd(0), epochs: 2, batchSize: 4 });
  const mean = lineData.y.reduce((total, y) => total + y * y, 0) / 6;
  expect(history.loss[0]).toBeCloseTo(mean, 12);
  expect(history.loss[1]).toBeCloseTo(mean, 12);
});

test('several outputs: softmax with a cross-entropy learns three classes', async () => {
  const [x, y] = [input('x'), input('y')];
  const is = [input('a'), input('b'), input('c')] as const;
  const p = softmax(linear([x, y], 3));
  const loss = negate(sum(p.map((q, k) => multiply(is[k] as Node<'a' | 'b' | 'c'>, log(q)))));
  const generator = randomGenerator(4);
  const rows = Array.from({ length: 90 }, (_, i) => ({
    x: (i % 3 === 0 ? 1 : -1) + generator.uniform(-0.5, 0.5),
    y: (i % 3) - 1 + generator.uniform(-0.5, 0.5),
    a: i % 3 === 0 ? 1 : 0,
    b: i % 3 === 1 ? 1 : 0,
    c: i % 3 === 2 ? 1 : 0,
  }));
  const history = await train(loss, rows, { optimizer: adam(0.1), epochs: 50, metrics: { accuracy: accuracy(p, is) } });
  expect(history.metrics.accuracy.at(-1)).toBeGreaterThan(0.95);
});

test('a net with a hidden layer learns exclusive or', async () => {
  const [a, b] = [input('a'), input('b')];
  const start = randomGenerator(3);
  const unit = (xs: readonly Node<'a' | 'b'>[]): Node<'a' | 'b'> =>
    add(sum(xs.map((x) => multiply(parameter(start.uniform(-1, 1)), x))), parameter(0)) as Node<'a' | 'b'>;
  const p = sigmoid(unit([0, 1, 2, 3].map(() => tanh(unit([a, b])) as Node<'a' | 'b'>)));
  const rows = [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
  ].map(([x, y, z]) => ({ a: x as number, b: y as number, label: z as number }));
  await train(binaryCrossEntropy(p, input('label')), rows, { optimizer: adam(0.1), epochs: 300 });
  expect(rows.map((row) => Math.round(evaluate(p, row)))).toEqual([0, 1, 1, 0]);
});

test('data is not copied by reference: changing it during training changes nothing', async () => {
  const data = { x: [...lineData.x], y: [...lineData.y] };
  const { w, loss } = line();
  await train(loss, data, { optimizer: sgd(0.05), epochs: 500, onStep: () => data.y.fill(0) });
  expect(w.value).toBeCloseTo(2, 8);
});

test('train draws on no clock and no Math.random for its results', async () => {
  const randomSpy = vi.spyOn(Math, 'random');
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => 0);
  const fit = async (): Promise<number> => {
    const { w, loss } = line();
    await train(loss, lineData, { epochs: 5, batchSize: 2 });
    return w.value;
  };
  const frozen = await fit();
  clock.mockRestore();
  expect(await fit()).toBe(frozen);
  expect(randomSpy).not.toHaveBeenCalled();
  randomSpy.mockRestore();
});

test('train says what is wrong with an option', async () => {
  const { loss } = line();
  const bad = (options: object): Promise<unknown> => train(loss, lineData, options);
  await expect(bad({ epochs: Number.NaN })).rejects.toThrow('epochs must be a positive whole number, not NaN.');
  await expect(bad({ epochs: 0 })).rejects.toThrow('not 0');
  await expect(bad({ batchSize: -1 })).rejects.toThrow('batchSize');
  await expect(bad({ epoch: 3 })).rejects.toThrow('train has no option "epoch".');
  await expect(bad({ earlyStopping: false })).rejects.toThrow('earlyStopping: options must be a record of patience');
  await expect(bad({ earlyStopping: {} })).rejects.toThrow(
    'earlyStopping.patience must be a positive whole number of epochs, not undefined.',
  );
  await expect(bad({ earlyStopping: { patience: 2, minimumImprovement: -1 } })).rejects.toThrow(
    'earlyStopping.minimumImprovement',
  );
  await expect(bad({ earlyStopping: { patience: 2, minDelta: 1 } })).rejects.toThrow(
    'earlyStopping has no option "minDelta"',
  );
  await expect(bad({ metrics: { accuracy } })).rejects.toThrow(
    'metrics.accuracy must be a metric such as accuracy(probability, label)',
  );
  await expect(bad({ validation: 'some' })).rejects.toThrow('Validation data: Data must be an array of rows');
});

test('subtracting the same thing twice leaves training unharmed', async () => {
  const w = parameter(2);
  await train(square(subtract(w, 1)), [], { optimizer: sgd(0.5), epochs: 1 });
  expect(w.value).toBe(1);
});

test('train({ engine, precision, fast, validation }) runs and evaluates by the same engine', async () => {
  const spy = vi.mocked(machine);
  spy.mockClear();
  const w = parameter(1);
  const loss = squaredError(multiply(w, input('x')), input('y'));
  const chosen = { engine: 'interpreter', precision: 'f64', fast: true } as const;
  const validation = { x: [3], y: [6] };
  const history = await train(loss, { x: [1, 2], y: [2, 4] }, { ...chosen, epochs: 1, validation });
  expect(spy.mock.calls.map(([, options]) => options)).toEqual([chosen, chosen]);
  expect(spy.mock.calls.map(([program]) => program.outputs.length)).toEqual([1, 2]);
  expect(history.engine).toEqual(spy.mock.results[1]?.value.engine.batch);
  expect(history.engine.name).toBe('interpreter');
});
