// Compiled training loops against the same steps by the interpreter (testing/referenceLoop.ts).
import {
  gradient,
  input,
  lower,
  meanBatch,
  type Node,
  type Parameter,
  parameter,
  randomGenerator,
} from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, multiply, subtract, tanh } from '@chainrule/ops';
import { describe, expect, test, vi } from 'vitest';
import { buildGraph, planFrom } from '../../core/src/testing/randomGraph.ts';
import { compileTraining, type TrainingTask } from './compileTraining.ts';
import type { EngineOptions } from './engineOptions.ts';
import { compiled } from './testing/compiled.ts';
import { corpus, trainingOutputs } from './testing/corpus.ts';
import { referenceLoop } from './testing/referenceLoop.ts';
import { adam, clipped, momentum, plain, sgd } from './testing/rules.ts';
import { columnsFor, difference, distance } from './testing/samples.ts';
import { type Outcome, taskOf, trained } from './testing/trainingRun.ts';
import type { UpdateRule } from './trainingLoop.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const x = input('x');

const rules = { sgd: sgd(0.05), momentum: momentum(0.01), adam: adam(0.01), clipped: clipped(0.05) };
const engines = ['javascript', 'wasm'] as const;

const lists = ({ losses, total, state }: Outcome): Float64Array[] => [losses, total, ...state];
const total = new Float64Array(1);

/** Whether generated JavaScript has a loop for it. */
function isFused(task: TrainingTask): boolean {
  const loop = compileTraining(task, { engine: 'javascript' });
  if (task.batchSize > 1) expect(loop).toBeUndefined();
  return loop !== undefined;
}

/** The reference's outcome, after every engine was seen to give its bits. */
function sameOnAll(task: TrainingTask, epochs: number, stretch?: number): Outcome {
  const expected = trained(referenceLoop(task), task, epochs);
  for (const engine of engines) {
    if (engine === 'javascript' && !isFused(task)) continue;
    const found = trained(compiled(task, { engine }), task, epochs, stretch);
    expect(found.steps, engine).toBe(expected.steps);
    expect(difference(lists(expected), lists(found)), engine).toBeUndefined();
  }
  return expected;
}

describe.each(Object.entries(rules))('%s', (_, rule) => {
  test.each([1, 3, 32, 64, 100])('has the bits of the interpreter with %i samples a step', (batchSize) => {
    // 331 = 3 · 110 + 1 = 3 · 100 + 31: the last batch is a short one
    const { losses, steps } = sameOnAll(taskOf('3-7-5-2 tanh', rule, 331, batchSize), 3);
    expect(steps).toBe(3 * Math.ceil(331 / batchSize));
    expect(losses.at(-1)).not.toBe(losses[0]);
  });

  test('has them over 700 steps in one stretch, and in stretches of any length', () => {
    const task = taskOf('a classifier of five parameters', rule, 1400, 2);
    const { steps, losses } = sameOnAll(task, 2);
    expect(steps).toBe(1400);
    const mean = (part: Float64Array): number => part.reduce((sum, loss) => sum + loss) / part.length;
    expect(mean(losses.subarray(700))).toBeLessThan(mean(losses.subarray(0, 100)));
    for (const stretch of [1, 7, 255, 256, 257]) sameOnAll(task, 1, stretch);
  });

  test('in f32 stays near the steps in f64', () => {
    const task = taskOf('5-9-3 relu', rule, 90, 7);
    const exact = trained(referenceLoop(task), task, 4);
    for (const fast of [false, true]) {
      const found = trained(compiled(task, { engine: 'wasm', precision: 'f32', fast }), task, 4);
      expect(found.steps).toBe(exact.steps);
      expect(distance(lists(exact), lists(found))).toBeLessThan(1e-3);
      expect(distance(lists(exact), lists(found))).toBeGreaterThan(0);
    }
  });
});

test.each(Object.keys(corpus).filter((name) => name !== 'statistics of the batch'))(
  '%s is trained with the bits of the interpreter',
  (name) => {
    for (const batchSize of [1, 9]) sameOnAll(taskOf(name, rules.adam, 40, batchSize), 2);
  },
);

test('a model whose samples wait for sums over the batch has a loop for single samples alone', () => {
  const task = (batchSize: number) => taskOf('statistics of the batch', rules.adam, 40, batchSize);
  for (const engine of engines) expect(compileTraining(task(9), { engine })).toBeUndefined();
  expect(compileTraining(task(1), { engine: 'wasm' })).toBeUndefined();
  const found = trained(compiled(task(1), { engine: 'javascript' }), task(1), 2);
  expect(difference(lists(trained(referenceLoop(task(1)), task(1), 2)), lists(found))).toBeUndefined();
});

test('losses of random graphs are trained with the bits of the interpreter, steps that fail included', () => {
  let early = 0;
  for (let k = 0; k < 200; k++) {
    const generator = randomGenerator(k);
    const graphs = Array.from({ length: 1 + generator.integer(3) }, () => buildGraph(planFrom(generator)));
    const loss = add(...graphs.flatMap(({ of, parameters: [a, b] }) => [of, multiply(0.01, a, a), multiply(0.01, b)]));
    const program = lower(trainingOutputs(loss));
    const rows = 1 + generator.integer(150);
    const batchSize = 1 + generator.integer(k % 2 === 0 ? 4 : 150);
    const rule = Object.values(rules)[k % 4] as UpdateRule;
    const task = { program, rule, batchSize, columns: columnsFor(program, rows) };
    const { steps } = sameOnAll(task, 2, k % 3 === 0 ? 7 : undefined);
    if (steps < 2 * Math.ceil(rows / batchSize)) early++;
  }
  expect(early).toBeGreaterThan(20);
  expect(early).toBeLessThan(180);
});

test('some parameters are trained, in any order; the others are read when a run starts', () => {
  const weights = [0.5, -0.25, 0.75, 0.1].map((value) => parameter(value));
  const [a, b, c, d] = weights as [Parameter, Parameter, Parameter, Parameter];
  const loss = meanBatch(squaredError(add(multiply(a, tanh(add(multiply(b, x), c))), d), input('y')));
  for (const chosen of [[d, b], [c, a, b], [b], [a, b, c, d]])
    for (const batchSize of [1, 8]) {
      const program = lower([loss, ...gradient<Node[], Node>(loss, chosen)]);
      const trained = Int32Array.from(chosen, (node) => program.parameters.indexOf(node));
      const columns = columnsFor(program, 20);
      const outcomes = [0.1, 0.9].map((value) => {
        for (const other of weights) if (!chosen.includes(other)) other.value = value;
        return sameOnAll({ program, trained, rule: rules.adam, columns, batchSize }, 3);
      }) as [Outcome, Outcome];
      const isSame = difference(lists(outcomes[0]), lists(outcomes[1])) === undefined;
      expect(isSame).toBe(chosen.length === weights.length);
    }
});

test.each(engines)('%s: a parameter that is not trained may change between two runs of one loop', (engine) => {
  const [w, offset] = [parameter(1), parameter(10)];
  const loss = meanBatch(squaredError(add(multiply(w, x), offset), input('y')));
  const program = lower([loss, gradient(loss, w)]);
  const trained = Int32Array.of(program.parameters.indexOf(w));
  const columns = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
  for (const batchSize of engine === 'wasm' ? [1, 2] : [1]) {
    const loop = compiled({ program, trained, rule: plain(0.1), columns, batchSize }, { engine });
    const lossAt = (value: number): number => {
      offset.value = value;
      const losses = new Float64Array(1);
      loop.write(Float64Array.of(1), []);
      loop.run({ order: Int32Array.of(0, 1), position: 0, batchSize, steps: 1, step: 0, losses, total });
      return losses[0] as number;
    };
    expect([lossAt(10), lossAt(0), lossAt(10)]).toEqual([64, 4, 64]);
  }
});

test('the scalars of each step are asked for by its number, once', () => {
  for (const engine of engines) {
    const rule = adam(0.01);
    const scalars = vi.spyOn(rule, 'scalars');
    const task = taskOf('Fahrenheit to Celsius', rule, 600, 1);
    const loop = compiled(task, { engine });
    loop.write(new Float64Array(2), [new Float64Array(2), new Float64Array(2)]);
    const order = Int32Array.from({ length: 600 }, (_, i) => i);
    loop.run({ order, position: 100, batchSize: 1, steps: 300, step: 40, losses: new Float64Array(300), total });
    expect(scalars.mock.calls.map(([step]) => step)).toEqual(Array.from({ length: 300 }, (_, i) => 40 + i));
  }
});

test('compileTraining chooses the engine by the size of a batch and of the program, and says why', () => {
  const engineOf = (name: string, batchSize: number, options?: EngineOptions) =>
    compileTraining(taskOf(name, rules.sgd, 4, batchSize), options)?.engine;
  expect(engineOf('Fahrenheit to Celsius', 1)).toEqual({
    name: 'javascript',
    reason: 'one sample at a time, at most 1500 operations',
  });
  expect(engineOf('Fahrenheit to Celsius', 2)).toEqual({ name: 'wasm', reason: 'batches of samples' });
  expect(engineOf('64-32-10 relu, softmax cross-entropy', 1)?.name).toBe('wasm');
  expect(engineOf('Fahrenheit to Celsius', 1, { precision: 'f32' })?.name).toBe('wasm');
  expect(engineOf('Fahrenheit to Celsius', 1, { engine: 'wasm' })).toEqual({ name: 'wasm', reason: 'asked for' });
  expect(engineOf('Fahrenheit to Celsius', 1, { engine: 'interpreter' })).toBeUndefined();
  expect(() => engineOf('Fahrenheit to Celsius', 1, { engine: 'javascript', precision: 'f32' })).toThrow(
    "Engine 'javascript' computes in f64 only.",
  );
});

test('a loss that is too large to be squared is no reason to stop, in f32 neither; a gradient is', () => {
  const w = parameter(0);
  const outputsOf = (scale: number) => {
    const loss = meanBatch(multiply(scale, subtract(w, input('x')), subtract(w, input('x'))));
    return lower([loss, ...gradient(loss, [w])]);
  };
  // the losses are 1.2e19 and 1.2e29, the gradients 7e9 and 7e19
  const columns = [new Float64Array(8).fill(3.5e9)];
  const stepsOf = (scale: number) => {
    const task = { program: outputsOf(scale), rule: plain(1e-12), columns, batchSize: 4 };
    return trained(compiled(task, { engine: 'wasm', precision: 'f32' }), task, 1).steps;
  };
  expect(stepsOf(1)).toBe(2);
  expect(stepsOf(1e10)).toBe(0);
});
