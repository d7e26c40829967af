// Steps that cannot be made, or not by a compiled loop, inside a stretch of many.
import { input, parameter, randomGenerator } from '@chainrule/core';
import { exp, log, multiply, square } from '@chainrule/ops';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Descent } from './descent.ts';
import { adam, type NonFiniteError, type Optimizer, sgd } from './index.ts';
import { forgetLoops, loopSteps, refused } from './testing/countedLoops.ts';
import { descentOf, type Engine, engines, net } from './testing/smallNet.ts';

vi.mock('./engine.ts', async (original) => ({
  ...(await original<typeof import('./engine.ts')>()),
  compileTraining: (await import('./testing/countedLoops.ts')).compileCounted,
}));

beforeEach(forgetLoops);
afterEach(() => vi.restoreAllMocks());

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
