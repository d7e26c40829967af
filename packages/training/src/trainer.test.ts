import { constant, evaluator, input, inputs, type Node, parameter, parameters } from '@chainrule/core';
import { hinge, l2, squaredError } from '@chainrule/losses';
import { add, dot, log, multiply, relu, square, subtract } from '@chainrule/ops';
import { expect, test } from 'vitest';
import moons from './fixtures/micrograd-moons.json' with { type: 'json' };
import { adam, sgd, trainer } from './index.ts';

test('gradients first, updates after: a step of 0.1 on w · (w · w) moves w = 2 by 1.20, not by 1.04', () => {
  const w = parameter(2);
  const run = trainer(multiply(w, multiply(w, w)), [], { optimizer: sgd(0.1) });
  expect(run.step()).toBe(8);
  expect(2 - w.value).toBeCloseTo(1.2, 15);
});

test('step() returns the loss of the batch before the update', () => {
  const w = parameter(2);
  const run = trainer(squaredError(multiply(w, input('x')), input('y')), [{ x: 1, y: 0 }], { optimizer: sgd(0.25) });
  expect([run.step(), run.step(), run.step()]).toEqual([4, 1, 0.25]);
});

test('the moons of micrograd: 100 full-batch steps within 1e-9 of the stored losses, 100 of 100 right at the end', () => {
  const [x, y, label] = [input('x'), input('y'), input('label')];
  let layer: readonly Node<'x' | 'y'>[] = [x, y];
  moons.layers.forEach(({ W, b }, depth) => {
    const from = layer;
    layer = W.map((row, j) => {
      const weights = row.map((weight) => parameter(weight));
      const z = add(dot(weights, from), parameter(b[j] as number));
      return depth < moons.layers.length - 1 ? relu(z) : z;
    });
  });
  const score = layer[0] as Node<'x' | 'y'>;
  const loss = add(hinge(score, label), l2(parameters(score), 1e-4));
  const data = {
    x: moons.X.map((point) => point[0] as number),
    y: moons.X.map((point) => point[1] as number),
    label: moons.y,
  };
  const run = trainer(loss, data, {
    optimizer: sgd((step) => 1 - (0.9 * step) / 100),
    batchSize: Number.POSITIVE_INFINITY,
  });
  const predict = evaluator(score);
  for (const [expectedLoss, expectedRight] of moons.trajectory as [number, number][]) {
    const scores = predict.batch(data);
    expect(moons.y.filter((sign, i) => sign > 0 === (scores[i] as number) > 0).length).toBe(expectedRight);
    expect(Math.abs(run.step() - expectedLoss)).toBeLessThan(1e-9);
  }
  const scores = predict.batch(data);
  expect(moons.y.every((sign, i) => sign > 0 === (scores[i] as number) > 0)).toBe(true);
});

test('a penalty counts once, whatever the batch', () => {
  const w = parameter(1);
  const x = input('x');
  const loss = add(multiply(w, x), multiply(10, square(w)));
  for (const batchSize of [1, 2, 4]) {
    w.value = 1;
    const run = trainer(loss, { x: [1, 1, 1, 1] }, { optimizer: sgd(0.01), batchSize });
    expect(run.step()).toBe(11);
    expect(w.value).toBeCloseTo(1 - 0.01 * 21, 15);
  }
});

test('a loss that is a penalty only needs no column', () => {
  const w = parameter(3);
  const run = trainer(square(w), [], { optimizer: sgd(0.25) });
  expect(run.step()).toBe(9);
  expect(w.value).toBe(1.5);
  expect(trainer(square(w), {}, { optimizer: sgd(0.25) }).step()).toBe(2.25);
});

test.each([1, 2, 3, 5, 1000])('batches of %i go through every row once an epoch, a shorter one last', (batchSize) => {
  const w = parameter(0);
  const rows = Array.from({ length: 7 }, (_, i) => ({ x: 2 ** i }));
  const run = trainer(add(input('x'), multiply(0, w)), rows, { batchSize, seed: 3 });
  const sizes: number[] = [];
  for (let epoch = 0; epoch < 3; epoch++) {
    let sum = 0;
    while (run.epoch === epoch) {
      const before = run.position;
      const loss = run.step();
      const size = (run.position || 7) - before;
      sizes.push(size);
      sum += loss * size;
    }
    expect(Math.round(sum)).toBe(127);
  }
  const tail = 7 % Math.min(batchSize, 7);
  const full = Array.from({ length: Math.floor(7 / Math.min(batchSize, 7)) }, () => Math.min(batchSize, 7));
  const epoch = tail === 0 ? full : [...full, tail];
  expect(sizes).toEqual([...epoch, ...epoch, ...epoch]);
});

test('rows come in a new order every epoch, the same for the same seed, in the data’s order with shuffle: false', () => {
  const order = (options: object): number[] => {
    const run = trainer(
      add(input('x'), multiply(0, parameter(1))),
      { x: [1, 2, 3, 4, 5, 6] },
      { batchSize: 1, ...options },
    );
    return Array.from({ length: 12 }, () => run.step());
  };
  expect(order({ shuffle: false })).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
  expect(order({})).toEqual(order({ seed: 0 }));
  expect(order({ seed: 1 })).not.toEqual(order({ seed: 2 }));
  const [first, second] = [order({}).slice(0, 6), order({}).slice(6)];
  expect(first).not.toEqual(second);
  expect(first.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(second.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('vector inputs come as one array a row, or as a column of arrays', () => {
  const build = () => {
    const weights = [parameter(0), parameter(0)];
    return { weights, loss: squaredError(dot(weights, inputs('v', 2)), input('y')) };
  };
  const byRow = build();
  const byColumn = build();
  const options = { optimizer: sgd(0.1), batchSize: 2 };
  const a = trainer(
    byRow.loss,
    [
      { v: [1, 0], y: 1 },
      { v: [0, 1], y: 2 },
    ],
    options,
  );
  const b = trainer(byColumn.loss, { v: [Float64Array.of(1, 0), [0, 1]], y: [1, 2] }, options);
  for (let i = 0; i < 300; i++) expect(a.step()).toBe(b.step());
  expect(byRow.weights.map((w) => w.value)).toEqual(byColumn.weights.map((w) => w.value));
  expect(byRow.weights[1]?.value).toBeCloseTo(2, 10);
});

test('one row is data enough', () => {
  const w = parameter(0);
  const run = trainer(squaredError(w, input('y')), [[5]], { optimizer: sgd(0.5) });
  run.step();
  expect(w.value).toBe(5);
  expect(run.epoch).toBe(1);
});

test('only the parameters named are trained, and never those that are not trainable', () => {
  const [a, b, c] = [parameter(1, { name: 'a' }), parameter(1), parameter(1, { trainable: false, name: 'c' })];
  const loss = square(add(add(a, b), c));
  trainer(loss, [], { optimizer: sgd(0.1) }).step();
  expect([a.value < 1, b.value < 1, c.value]).toEqual([true, true, 1]);
  const before = b.value;
  trainer(loss, [], { optimizer: sgd(0.1), parameters: [a] }).step();
  expect(b.value).toBe(before);
  expect(() => trainer(loss, [], { parameters: [c] })).toThrow('Parameter "c" is not trainable.');
  expect(() => trainer(square(a), [], { parameters: [b] })).toThrow('parameters[0] is not a parameter of the loss.');
  expect(() => trainer(loss, [], { parameters: [a, a] })).toThrow('parameters names one parameter twice');
  expect(() => trainer(loss, [], { parameters: [] })).toThrow('a list of at least one parameter, not an array of 0');
});

test('a parameter that is written between two steps is seen by the next', () => {
  const w = parameter(1);
  const run = trainer(square(w), [], { optimizer: sgd(0.25) });
  run.step();
  w.value = 8;
  expect(run.step()).toBe(64);
  expect(w.value).toBe(4);
});

test('trainer tells where it stands', () => {
  const w = parameter(3);
  const run = trainer(
    multiply(w, input('x')),
    { x: [1, 1, 1] },
    { optimizer: sgd((step) => 1 / (1 + step)), batchSize: 2 },
  );
  expect(run).toMatchObject({ epoch: 0, position: 0, steps: 0, learningRate: 1, parameters: [w] });
  run.step();
  expect(run).toMatchObject({ epoch: 0, position: 2, steps: 1, learningRate: 0.5, steepest: 1 });
  run.step();
  expect(run).toMatchObject({ epoch: 1, position: 0, steps: 2 });
});

test('trainer reports the engine, which is the one asked for', () => {
  const run = trainer(square(parameter(1)), [], { engine: 'interpreter' });
  expect(run.engine.name).toBe('interpreter');
  expect(run.engine.reason).not.toBe('');
  expect(run.step()).toBe(1);
});

test('trainer says what is wrong with a loss or an option', () => {
  const w = parameter(1, { name: 'w' });
  const bad =
    (options: object, loss: unknown = square(w), data: unknown = []) =>
    () =>
      trainer(loss as Node<never>, data as [], options);
  expect(bad({ batchSize: 0 })).toThrow(
    'batchSize must be a positive whole number, or Infinity for all rows at once, not 0.',
  );
  expect(bad({ batchSize: 2.5 })).toThrow('not 2.5');
  expect(bad({ optimizer: 'adam' })).toThrow('optimizer must be an optimizer such as adam()');
  expect(bad({ optimizer: adam })).toThrow('not a function (adam)');
  expect(bad({ optimizer: { update: () => {}, rate: () => 1 } })).toThrow(
    'optimizer must be an optimizer such as adam()',
  );
  expect(bad({ shuffle: 1 })).toThrow('shuffle must be true or false, not 1.');
  expect(bad({ seed: 0.5 })).toThrow('seed must be a whole number, not 0.5.');
  expect(bad({ learningRate: 0.1 })).toThrow('trainer has no option "learningRate". There are: optimizer, batchSize');
  expect(bad({}, [square(w)])).toThrow('The loss must be one node, not an array of 1. Add up or average');
  expect(bad({}, null)).toThrow('The loss must be one node, not null. Build it from inputs and parameters.');
  expect(bad({}, constant(3))).toThrow('The loss depends on no trainable parameter');
  expect(bad({}, add(w, input('x')))).toThrow('Data has no rows. Give at least one.');
  expect(bad({}, square(w), 7)).toThrow('Data: Data must be an array of rows or a record of columns, not 7.');
  const run = trainer(square(w), [], { optimizer: sgd((step) => 0.1 / (1 - step)) });
  run.step();
  expect(() => run.step()).toThrow(
    'The learning rate is Infinity at step 1, expected a number that is not negative. Check the schedule of sgd.',
  );
});

test.each([
  ['a missing column', { y: [1] }, 'Data: Input "x" has no column. Given: y.'],
  ['a missing value', [{ x: 1, y: 1 }, { y: 2 }], 'Data: Row 1: Input "x" has no value.'],
  ['a short column', { x: [1, 2], y: [1] }, 'Data: Column "y" has 1 rows, column "x" has 2.'],
  [
    'NaN',
    [
      { x: 1, y: 1 },
      { x: Number.NaN, y: 1 },
    ],
    'Data: Row 1: Input "x" is NaN, expected a finite number.',
  ],
  ['an infinite value', { x: [1, 2], y: [1, -1 / 0] }, 'Data: Row 1: Input "y" is -Infinity'],
  [
    'text',
    [{ x: 1, y: '2' }],
    'Data: Row 0: Input "y" is "2" (a string), expected a number. Convert text with Number(…).',
  ],
  ['null', { x: [1, null], y: [1, 2] }, 'Data: Row 1: Input "x" is null'],
])('trainer refuses %s before anything is trained', (_, data, message) => {
  const w = parameter(1);
  const loss = squaredError(multiply(w, input('x')), input('y'));
  expect(() => trainer(loss, data as { x: number[]; y: number[] })).toThrow(message);
  expect(w.value).toBe(1);
});

test('a node that no sample reaches leaves its parameter as it is', () => {
  const [w, b] = [parameter(1), parameter(1)];
  const run = trainer(add(square(w), relu(multiply(b, input('x')))), { x: [-1, -2] }, { optimizer: adam(0.1) });
  run.step();
  expect(b.value).toBe(1);
  expect(w.value).toBeLessThan(1);
  expect(() => trainer(log(subtract(w, input('x'))), { x: [0] }).step()).not.toThrow();
});

test('nextRows are the rows that the next step takes, also after going back', () => {
  const w = parameter(0);
  const y = Array.from({ length: 10 }, (_, i) => 2 ** i);
  const run = trainer(squaredError(w, input('y')), { y }, { optimizer: sgd(0.5), batchSize: 4, seed: 3 });
  const seen: number[][] = [];
  const start = run.state();
  for (let step = 0; step < 6; step++) {
    const rows = [...run.nextRows];
    expect([...run.nextRows]).toEqual(rows);
    seen.push(rows);
    run.step(); // with this rate, w becomes the mean of the batch
    expect(w.value).toBeCloseTo(rows.reduce((sum, row) => sum + (y[row] as number), 0) / rows.length, 9);
  }
  expect(seen.map(({ length }) => length)).toEqual([4, 4, 2, 4, 4, 2]);
  expect(seen.slice(0, 3).flat().sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  run.restore(start);
  expect([...run.nextRows]).toEqual(seen[0]);
});
