import { constant, input, type Node, parameter } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, divide, exp, log, multiply, sqrt, square, subtract } from '@chainrule/ops';
import { expect, test } from 'vitest';
import {
  adam,
  chain,
  clipByValue,
  defineTransform,
  minimize,
  NonFiniteError,
  scaleByLearningRate,
  sgd,
  train,
  trainer,
} from './index.ts';

/** The error that a function throws. */
function caught(run: () => unknown): NonFiniteError {
  try {
    run();
  } catch (error) {
    if (error instanceof NonFiniteError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test('a loss that is not finite names the node, its formula, its arguments, the sample and a cure', () => {
  const w = parameter(1, { name: 'w' });
  const bad = log(subtract(input('x'), 3));
  const run = trainer(
    add(square(multiply(w, input('y'))), bad),
    [
      { x: 4, y: 1 },
      { x: 5, y: 2 },
      { x: 3, y: 7 },
    ],
    { optimizer: sgd(0.1), batchSize: 1, shuffle: false },
  );
  run.step();
  run.step();
  const before = w.value;
  const error = caught(() => run.step());
  expect(error.message).toBe(
    'The loss is -Infinity in epoch 1, step 3, row 2 (x = 3, y = 7). First bad node: log(x - 3) = -Infinity, where x - 3 = 0. ' +
      'The parameters go back to the last values with a finite loss. Keep the argument inside the domain (add a small constant, ' +
      'or clamp it), or use the form of the loss that takes logits.',
  );
  expect(error.name).toBe('NonFiniteError');
  expect(error.place).toMatchObject({ node: bad, formula: 'log(x - 3)', values: [0], row: 2, epoch: 1, step: 3 });
  expect(error.place.sample).toEqual({ x: 3, y: 7 });
  expect(w.value).not.toBe(before);
  expect(w.value).toBeCloseTo(0.8, 15);
});

test('in a batch the sample that is to blame is found', () => {
  const w = parameter(1);
  const run = trainer(divide(w, input('x')), { x: [1, 2, 0, 4] }, { batchSize: 4 });
  const error = caught(() => run.step());
  expect(error.place.row).toBe(2);
  expect(error.message).toContain('row 2 (x = 0). First bad node:');
  expect(error.message).toContain('/ x = Infinity');
  expect(w.value).toBe(1);
});

test('a run that diverges goes back to the last parameters with a finite loss, and the cure is a lower rate', async () => {
  const w = parameter(1);
  const error = await train(exp(square(multiply(w, input('x')))), { x: [1, -1] }, { optimizer: sgd(100) }).catch(
    (e) => e,
  );
  expect(error).toBeInstanceOf(NonFiniteError);
  expect(error.message).toMatch(
    /^The loss is Infinity in epoch 2, step 2, row \d \(x = -?1\)\. First bad node: exp\(.*\) = Infinity/,
  );
  expect(error.message).toContain('Lower the learning rate');
  expect(w.value).toBe(1);
});

test('parameters go back although other parameters were written in between', () => {
  const [w, other] = [parameter(1), parameter(1)];
  const run = trainer(exp(square(w)), [], { optimizer: sgd(100) });
  run.step();
  other.value = 2;
  expect(() => run.step()).toThrow(NonFiniteError);
  expect(w.value).toBe(1);
});

test('after restore, parameters go back to what was restored at the most', () => {
  const w = parameter(0.5);
  const run = trainer(exp(square(multiply(w, input('x')))), { x: [1, 1e9] }, { batchSize: 1, shuffle: false });
  run.step();
  const saved = run.state();
  run.restore({ ...saved, parameters: [0.25] });
  expect(() => run.step()).toThrow(NonFiniteError);
  expect(w.value).toBe(0.25);
});

test('a gradient that is not finite stops the run before the update', () => {
  const w = parameter(0, { name: 'w' });
  const error = caught(() => trainer(sqrt(w), [], {}).step());
  expect(error.message).toContain('The gradient for parameter "w" is Infinity in epoch 1, step 1. First bad node:');
  expect(error.message).toContain('= Infinity, where');
  expect(error.message).toContain('The parameters keep their values.');
  expect(w.value).toBe(0);
});

test('a gradient whose square would overflow stops the run before it poisons the optimizer', () => {
  const w = parameter(1);
  const run = trainer(multiply(w, input('x')), { x: [1, 1e200] }, { optimizer: adam(), batchSize: 1, shuffle: false });
  run.step();
  const before = run.state();
  const error = caught(() => run.step());
  expect(error.message).toContain('The gradient for parameter 1 of 1 is 1e+200');
  expect(error.message).toContain('values have grown until sums or squares overflow');
  expect(run.state()).toEqual(before);
});

test('an update that is not finite is not made', () => {
  const w = parameter(1);
  const explode = defineTransform('explode', {}, 0, (updates) => updates.fill(Number.POSITIVE_INFINITY));
  const run = trainer(square(w), [], { optimizer: chain(explode, scaleByLearningRate(1)) });
  expect(caught(() => run.step()).message).toContain('The step would make parameter 1 of 1 -Infinity');
  expect(w.value).toBe(1);
});

test('in f32 it is a gradient of 2^60 and more', () => {
  const w = parameter(1);
  const data = { x: [1, 1, 1e18, 1.2e18] };
  const run = trainer(multiply(w, input('x')), data, {
    optimizer: adam(),
    batchSize: 1,
    shuffle: false,
    precision: 'f32',
  });
  for (let i = 0; i < 3; i++) run.step();
  const before = run.state();
  expect(caught(() => run.step()).message).toContain('The gradient for parameter 1 of 1 is 1200000');
  expect(run.state()).toEqual(before);
  expect(JSON.stringify(before.memory)).not.toContain('Infinity');
});

test.each(['interpreter', 'javascript', 'wasm'] as const)(
  'an update that is not made leaves no trace in what the optimizer remembers, on engine %s',
  (engine) => {
    let rate = 0.5;
    const w = parameter(1);
    const data = { x: [1000, 1000, 1000, 1000] };
    const optimizer = sgd(() => rate, { momentum: 0.5 });
    const run = trainer(multiply(w, input('x')), data, { optimizer, batchSize: 1, shuffle: false, engine });
    run.step();
    const before = run.state();
    rate = 1.7e308;
    for (let tries = 0; tries < 2; tries++)
      expect(caught(() => run.step()).message).toContain('The step would make parameter 1 of 1 -Infinity');
    expect(run.state()).toEqual(before);
    rate = 0.5;
    run.step();
    expect(w.value).toBe(-499 - 0.5 * 1500);
  },
);

test('where another parameter was changed, the values stay that it was changed at, on every engine', async () => {
  for (const engine of ['interpreter', 'javascript', 'wasm'] as const) {
    const [w, scale] = [parameter(0), parameter(1)];
    const loss = multiply(scale, square(subtract(multiply(w, input('x')), 2)));
    let reached = 0;
    const onEpoch = (): void => {
      reached = w.value;
      scale.value = Number.POSITIVE_INFINITY;
    };
    const options = { optimizer: sgd(0.1), parameters: [w], epochs: 2, batchSize: 1, engine, onEpoch };
    await expect(train(loss, { x: [1, 1, 1, 1] }, options)).rejects.toThrow(NonFiniteError);
    expect(w.value).toBe(reached);
    expect(w.value).toBeCloseTo(1.1808, 6);
  }
});

test('after the cure the same trainer goes on', () => {
  const w = parameter(1);
  const run = trainer(sqrt(w), [], { optimizer: chain(clipByValue(1), sgd(0.25)) });
  w.value = -1;
  expect(() => run.step()).toThrow(NonFiniteError);
  w.value = 4;
  expect(run.step()).toBe(2);
  expect(run.steps).toBe(1);
});

test('a parameter that is NaN is named itself', () => {
  const w = parameter(Number.NaN, { name: 'slope' });
  const error = caught(() => trainer(squaredError(multiply(w, input('x')), 1), [[1]]).step());
  expect(error.message).toContain('First bad node: parameter slope = NaN.');
});

test('long formulas are shown by their last operation, long samples are cut', () => {
  const w = parameter(1);
  let deep: Node = multiply(w, input('some quite long name'));
  for (let i = 0; i < 40; i++) deep = add(multiply(deep, deep), input(`another quite long name ${i}`));
  const row = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`another quite long name ${i}`, 1]));
  const error = caught(() => trainer(log(subtract(deep, deep)), [{ ...row, 'some quite long name': 0 }]).step());
  expect(error.message.length).toBeLessThan(900);
  expect(error.message).toContain('…');
});

test('constants are not listed among the arguments', () => {
  const w = parameter(0, { name: 'w' });
  const error = caught(() => trainer(multiply(w, divide(2, input('x'))), [[0]]).step());
  expect(error.message).toContain('First bad node: 2 / x = Infinity, where x = 0. The');
  const certain = caught(() => trainer(multiply(w, log(constant(0))), [[]]).step());
  expect(certain.message).toContain('First bad node: log(0) = -Infinity. The');
});

test('an infinity that ends in a finite value is not to blame', () => {
  const x = input('x');
  const loss = multiply(parameter(1), add(divide(1, exp(multiply(1000, x))), log(subtract(x, 3))));
  expect(caught(() => trainer(loss, [[3]]).step()).message).toContain('First bad node: log(x - 3) = -Infinity');
});

test('minimize stops at a value that is not finite and keeps the last good parameters', async () => {
  const x = parameter(1);
  await expect(minimize(log(x), { optimizer: sgd(1), steps: 10 })).rejects.toThrow(
    'First bad node: log(p1) = -Infinity, where argument 1 = 0',
  );
  expect(x.value).toBe(1);
  await expect(minimize(log(x), { optimizer: sgd(1), steps: 1 })).rejects.toThrow(NonFiniteError);
});

test('of two bad nodes that do not depend on each other the first is named', () => {
  const w = parameter(1);
  const [first, second] = [log(subtract(input('x'), 3)), divide(1, subtract(input('y'), 4))];
  const loss = add(first, second, w);
  const error = caught(() => trainer(loss, [{ x: 3, y: 4 }], { batchSize: 1 }).step());
  expect(error.place.node).toBe(first);
  const other = caught(() => trainer(add(second, first, w), [{ x: 3, y: 4 }], { batchSize: 1 }).step());
  expect(other.place.node).toBe(second);
});
