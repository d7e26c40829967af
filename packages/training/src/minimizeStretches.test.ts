// minimize with steps that are made many at a time, by a compiled loop, against the same steps one by one.
import { type Node, parameter } from '@chainrule/core';
import { add, log, multiply, square, subtract } from '@chainrule/ops';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { adam, minimize, sgd } from './index.ts';
import { forgetLoops, loopSteps } from './testing/countedLoops.ts';
import { engines } from './testing/smallNet.ts';

vi.mock('./engine.ts', async (original) => ({
  ...(await original<typeof import('./engine.ts')>()),
  compileTraining: (await import('./testing/countedLoops.ts')).compileCounted,
}));

beforeEach(forgetLoops);
afterEach(() => vi.restoreAllMocks());

const valley = () => {
  const [x, y] = [parameter(-1.2), parameter(1)];
  return { x, y, f: add(square(subtract(1, x)), multiply(100, square(subtract(y, square(x))))) };
};

test.each([
  ['a tolerance', { tolerance: 0.05, steps: 5000 }, adam(0.05)],
  ['a tolerance of the first step', { tolerance: 1e9 }, sgd(0.001)],
  ['no more steps', { steps: 777 }, adam(0.01)],
  ['momentum', { tolerance: 0.5, steps: 3000 }, sgd(0.0005, { momentum: 0.9 })],
])('minimize stops at the same step on both engines: %s', async (_, options, optimizer) => {
  const results = engines.map(async (engine) => {
    const { x, y, f } = valley();
    return [await minimize(f as Node<never>, { engine, optimizer, ...options }), x.value, y.value];
  });
  const [a, b] = await Promise.all(results);
  expect(b).toEqual(a);
  expect(loopSteps()).toBeGreaterThan(0);
});

test('minimize finds a slope of exactly 0 inside a stretch, and calls onStep after each step', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const results = engines.map(async (engine) => {
    const x = parameter(1024);
    const report = await minimize(square(x), { engine, optimizer: sgd((step) => (step < 20 ? 0.25 : 0.5)) });
    const y = parameter(1);
    const seen: number[] = [];
    const onStep = ({ step, value }: { step: number; value: number }) => seen.push(step, value, y.value);
    await minimize(square(y), { engine, optimizer: adam(0.1), steps: 30, onStep });
    return { report, x: x.value, seen };
  });
  const [a, b] = await Promise.all(results);
  expect(b).toEqual(a);
  expect(a?.report).toMatchObject({ stopped: 'converged', value: 0 });
  expect(a?.report.values.length).toBe(22);
});

test('minimize that fails in a stretch leaves the last parameters with a finite value', async () => {
  const results = engines.map(async (engine) => {
    const x = parameter(3);
    const error = await minimize(log(x), { engine, optimizer: sgd(0.4), steps: 100 }).catch((e) => e);
    return [error.message, x.value];
  });
  const [a, b] = await Promise.all(results);
  expect(a?.[0]).toContain('The loss is NaN');
  expect(a?.[1]).toBeGreaterThan(0);
  expect(b).toEqual(a);
});
