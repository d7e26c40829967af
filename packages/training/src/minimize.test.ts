import { input, type Node, parameter } from '@chainrule/core';
import { add, multiply, square, subtract } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { adam, cosineSchedule, minimize, sgd } from './index.ts';

test('minimize finds the minimum of Rosenbrock’s valley to 1e-6 with adam', async () => {
  const [x, y] = [parameter(-1.2), parameter(1)];
  const valley = add(square(subtract(1, x)), multiply(100, square(subtract(y, square(x)))));
  const { value, stopped } = await minimize(valley, {
    optimizer: adam(cosineSchedule(0.05, 10000, 1e-4)),
    steps: 10000,
  });
  expect(Math.abs(x.value - 1)).toBeLessThan(1e-6);
  expect(Math.abs(y.value - 1)).toBeLessThan(1e-6);
  expect(value).toBeLessThan(1e-12);
  expect(stopped).toBe('finished');
});

test('minimize returns the value before each step, and the last one', async () => {
  const x = parameter(4);
  const { value, values } = await minimize(square(x), { optimizer: sgd(0.25), steps: 3 });
  expect(values).toEqual([16, 4, 1]);
  expect(value).toBe(0.25);
  expect(x.value).toBe(0.5);
});

test('minimize stops once the gradient is within the tolerance', async () => {
  const x = parameter(1);
  const { values, stopped } = await minimize(square(x), { optimizer: sgd(0.25), tolerance: 0.1 });
  expect(stopped).toBe('converged');
  expect(values.length).toBe(6);
  const y = parameter(3);
  expect(await minimize(square(y), { optimizer: sgd(0.5) })).toEqual({
    value: 0,
    values: [9, 0],
    stopped: 'converged',
  });
});

test.each([
  ['momentum', sgd(0.3, { momentum: 0.9 })],
  ['Adam', adam(0.5)],
])('the values at which it converged are kept, where %s would carry them away', async (_, optimizer) => {
  for (const engine of ['interpreter', 'javascript', 'wasm'] as const) {
    const w = parameter(0);
    const { stopped, value, values } = await minimize(square(subtract(w, 3)), { optimizer, tolerance: 0.1, engine });
    expect(stopped).toBe('converged');
    expect(Math.abs(2 * (w.value - 3))).toBeLessThanOrEqual(0.1);
    expect(value).toBe((w.value - 3) ** 2);
    expect(value).toBe(values.at(-1));
  }
});

test('what a callback writes at the step that converged stays', async () => {
  const w = parameter(0);
  const onStep = ({ value }: { readonly value: number }): void => {
    if (value < 0.005) w.value = 100;
  };
  const { stopped, value } = await minimize(square(subtract(w, 3)), { optimizer: sgd(0.25), tolerance: 0.1, onStep });
  expect([stopped, w.value, value]).toEqual(['converged', 100, 97 ** 2]);
});

test('minimize obeys an abort signal and reports each step', async () => {
  const x = parameter(1);
  const controller = new AbortController();
  const steps: number[] = [];
  const { stopped, values } = await minimize(square(x), {
    signal: controller.signal,
    onStep: ({ step, value }) => {
      steps.push(step);
      if (value < 0.99) controller.abort();
    },
  });
  expect(stopped).toBe('aborted');
  expect(steps.length).toBe(values.length);
  setTimeout(() => late.abort(), 30);
  const late = new AbortController();
  const slope = multiply(2, x); // no minimum to stop at
  expect((await minimize(slope, { steps: 1e9, signal: late.signal })).stopped).toBe('aborted');
});

test('minimize varies only the parameters named', async () => {
  const [x, y] = [parameter(1), parameter(1)];
  await minimize(add(square(x), square(y)), { parameters: [y], optimizer: sgd(0.5), steps: 1 });
  expect([x.value, y.value]).toEqual([1, 0]);
});

test('minimize refuses inputs and options without meaning', async () => {
  const x = parameter(1);
  const withInput = add(x, input('age')) as Node;
  await expect(minimize(withInput as Node<never>)).rejects.toThrow(
    'minimize needs an expression without inputs; this one has age. Use constants for them, or train(loss, data).',
  );
  await expect(minimize(square(x), { steps: 0 })).rejects.toThrow('steps must be a positive whole number, not 0.');
  await expect(minimize(square(x), { tolerance: -1 })).rejects.toThrow(
    'tolerance must be a number that is not negative',
  );
  await expect(minimize(square(x), { rate: 1 } as object)).rejects.toThrow('minimize has no option "rate"');
  const bad = (options: unknown) => expect(minimize(square(x), options as object)).rejects;
  await bad({ tolerance: '1' }).toThrow('tolerance must be a number that is not negative, not "1" (a string).');
  await bad({ signal: new AbortController() }).toThrow('signal must be controller.signal, not an object (');
  await bad({ onStep: 4 }).toThrow('onStep must be a function, not 4.');
  await bad(null).toThrow('minimize: options must be a record of optimizer, steps');
  expect(x.value).toBe(1);
  await expect(minimize(3 as unknown as Node<never>)).rejects.toThrow('The loss must be one node, not 3.');
});
