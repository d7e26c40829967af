// Compiled training loops against the same steps by the interpreter (testing/referenceLoop.ts).
import {
  gradient,
  input,
  inputs,
  lower,
  meanBatch,
  type Node,
  type Parameter,
  parameter,
  randomGenerator,
} from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, exp, multiply, subtract, tanh } from '@chainrule/ops';
import { describe, expect, test, vi } from 'vitest';
import { buildGraph, planFrom } from '../../core/src/testing/randomGraph.ts';
import { compileTraining, type TrainingTask } from './compileTraining.ts';
import type { EngineOptions } from './engineOptions.ts';
import { corpus, trainingOutputs } from './testing/corpus.ts';
import { referenceLoop } from './testing/referenceLoop.ts';
import { adam, clipped, momentum, sgd } from './testing/rules.ts';
import { columnsFor, difference, distance } from './testing/samples.ts';
import { type Outcome, taskOf, trained } from './testing/trainingRun.ts';
import type { TrainingLoop, UpdateRule } from './trainingLoop.ts';
import { range } from './wasm/loop.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const [g, p, x] = [input('gradient'), input('parameter'), input('x')];

/** p − rate · g, the whole rule. */
const plain = (rate: number): UpdateRule => ({
  program: lower([subtract(p, multiply(rate, g))]),
  memory: 0,
  scalars: () => {},
});

/** A run that may have ended early. */
interface Stopped {
  readonly made: number;
  /** Losses, parameters and memory. */
  readonly lists: readonly Float64Array[];
  /** The places of the losses of steps that were not made. */
  readonly rest: Float64Array;
}

const rules = { sgd: sgd(0.05), momentum: momentum(0.01), adam: adam(0.01), clipped: clipped(0.05) };
const engines = ['javascript', 'wasm'] as const;

/** A loop that must be on the engine asked for. */
function compiled(task: TrainingTask, options: EngineOptions): TrainingLoop {
  const loop = compileTraining(task, options);
  expect(loop?.engine.name).toBe(options.engine);
  return loop as TrainingLoop;
}

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

test('what fades in the memory of an optimizer ends at 0 in f32, while in f64 it has the bits of the interpreter', () => {
  // only the first batch has a slope, so m = 0.9¹⁰⁹⁹ in the end: no number of f32, but one below 2⁻¹²⁶ times 0.9 may stay as it is
  const steps = 1100;
  const w = parameter(1);
  const columns = [Float64Array.from({ length: 4 * steps }, (_, row) => (row < 4 ? 1 : 0))];
  const mean = meanBatch(multiply(w, x));
  const program = lower([mean, ...gradient(mean, [w])]);
  const task: TrainingTask = { program, rule: rules.momentum, columns, batchSize: 4 };
  const memoryOf = (loop: TrainingLoop): number => {
    const memory = new Float64Array(1);
    const order = Int32Array.from({ length: 4 * steps }, (_, row) => row);
    loop.write(Float64Array.of(1), [memory]);
    loop.run({ order, position: 0, batchSize: 4, steps, step: 0, losses: new Float64Array(steps), total });
    loop.read(new Float64Array(1), [memory]);
    return memory[0] as number;
  };
  expect(memoryOf(compiled(task, { engine: 'wasm', precision: 'f32' }))).toBe(0);
  const faded = memoryOf(referenceLoop(task));
  expect(faded).toBeCloseTo(0, 45);
  expect(faded).toBeGreaterThan(0);
  expect(memoryOf(compiled(task, { engine: 'wasm' }))).toBe(faded);
});

test('what is kept of a sample is 0 below 2⁻¹²⁶ in f32, while in f64 it has the bits of the interpreter', () => {
  const layer = (xs: readonly Node[], weights: readonly Node[], bias: number): Node[] =>
    range(4).map((j) => add(...xs.map((x, i) => multiply(weights[4 * j + i] as Node, x)), parameter(bias)));
  // each of 8 samples adds e^output / 8 to the derivative of a weight: 1.5e-38 for −85, 5.6e-39 for −86
  const outcomes = (bias: number, options?: EngineOptions, isDeep = false): Float64Array => {
    const weights = Array.from({ length: 16 }, () => parameter(0));
    const inner = layer(inputs('x', 4), weights, isDeep ? 0 : bias);
    const second = Array.from({ length: 16 }, () => parameter(0.01));
    const outputs = isDeep ? layer(inner, second, bias) : inner;
    const mean = meanBatch(add(...outputs.map((y) => exp(y))));
    const program = lower([mean, ...gradient(mean, weights)]);
    const columns = range(4).map(() => new Float64Array(8).fill(1));
    const task: TrainingTask = {
      program,
      rule: plain(1e37),
      columns,
      batchSize: 8,
      trained: Int32Array.from(range(16)),
    };
    return trained(options ? compiled(task, options) : referenceLoop(task), task, 1).state[0] as Float64Array;
  };
  const f32 = { engine: 'wasm', precision: 'f32' } as const;
  for (const [i, weight] of outcomes(-85, f32).entries())
    expect(weight, `weight ${i}`).toBeCloseTo(-1e37 * Math.exp(-85), 5);
  expect([...outcomes(-86, f32)]).toEqual(new Array(16).fill(0));
  expect(outcomes(-86)[0]).toBeCloseTo(-1e37 * Math.exp(-86), 5);
  expect(outcomes(-86, { engine: 'wasm' })).toEqual(outcomes(-86));

  // behind four weights of a hundredth: 1.6e-39 for −84
  expect(outcomes(-84)[0]).not.toBe(0);
  expect(outcomes(-84, undefined, true)[0]).toBeCloseTo(-0.04e37 * Math.exp(-84), 5);
  expect([...outcomes(-84, f32, true)]).toEqual(new Array(16).fill(0));
});

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

describe.each(engines)('%s', (engine) => {
  const rows = 700;
  const order = Int32Array.from({ length: rows }, (_, i) => rows - 1 - i);

  /** Rows in reverse order, one of which has a number too large to be squared: in one stretch, or in several. */
  function failing(batchSize: number, at: number, rule = rules.adam, stretch = rows) {
    const task = taskOf('weight decay', rule, rows, batchSize);
    (task.columns[0] as Float64Array)[order[at * batchSize] as number] = Number.NaN;
    const steps = Math.ceil(rows / batchSize);
    const [reference, loop] = [referenceLoop(task), compiled(task, { engine })].map((its): Stopped => {
      const size = task.program.parameters.length;
      const parameters = Float64Array.from(task.program.parameters, ({ value }) => value);
      const memory = Array.from({ length: rule.memory }, () => new Float64Array(size));
      its.write(parameters, memory);
      const losses = new Float64Array(steps);
      let made = 0;
      for (let asked = 0; made === asked && made < steps; ) {
        const place = { position: made * batchSize, step: made, losses: losses.subarray(made) };
        const some = Math.min(stretch, steps - made);
        asked += some;
        made += its.run({ order, ...place, batchSize, steps: some, total });
      }
      its.read(parameters, memory);
      return { made, lists: [losses.subarray(0, made), parameters, ...memory], rest: losses.subarray(made) };
    }) as [Stopped, Stopped];
    return { reference, loop };
  }

  test.each([0, 1, 5, 254, 255, 256, 257, 511, 512, 600])('stops before step %i, whose loss is not finite', (at) => {
    const { reference, loop } = failing(1, at);
    expect([reference.made, loop.made]).toEqual([at, at]);
    expect(difference(reference.lists, loop.lists)).toBeUndefined();
    expect(loop.rest.every((loss) => loss === 0)).toBe(true);
  });

  const many = engine === 'wasm' ? 7 : 1;
  test.each([0, 3, 99])(`stops before step %i of ${many} samples each, with all that was remembered`, (at) => {
    for (const rule of [rules.sgd, rules.momentum, rules.adam, ...(many > 1 ? [rules.clipped] : [])]) {
      const { reference, loop } = failing(many, at, rule);
      expect([reference.made, loop.made]).toEqual([at, at]);
      expect(difference(reference.lists, loop.lists)).toBeUndefined();
    }
  });

  test.each([0, 1, 2, 3, 40, 258, 300, 600])('stops before step %i, some stretches after the first', (at) => {
    for (const stretch of [1, 2, 3, 100, 257]) {
      const { reference, loop } = failing(1, at, rules.adam, stretch);
      expect([stretch, reference.made, loop.made]).toEqual([stretch, at, at]);
      expect(difference(reference.lists, loop.lists)).toBeUndefined();
    }
  });

  test('stops before a step with an infinite parameter, or a gradient of 2^500', () => {
    for (const [rate, slopes, made] of [
      [1e170, [1e-30, 1e-21, 1e145, 1], 2],
      [1e-9, [1, 2, 3, 2 ** 500], 3],
      [1e-9, [1, 2, 3, 2 ** 498], 4],
    ] as const) {
      const program = lower(trainingOutputs(multiply(parameter(0), x)));
      const task = { program, rule: plain(rate), columns: [Float64Array.from(slopes)], batchSize: 1 };
      const loop = compiled(task, { engine });
      loop.write(Float64Array.of(0), []);
      const stretch = { order: Int32Array.of(0, 1, 2, 3), position: 0, batchSize: 1, step: 0, total };
      expect(loop.run({ ...stretch, steps: 4, losses: new Float64Array(4) })).toBe(made);
      const after = new Float64Array(1);
      loop.read(after, []);
      expect(after[0]).toBe(slopes.slice(0, made).reduce<number>((value, slope) => value - rate * slope, 0));
    }
  });

  test('goes on after a step that failed, and from what is written', () => {
    const task = taskOf('Fahrenheit to Celsius', rules.momentum, 6, 1);
    (task.columns[0] as Float64Array)[2] = Number.POSITIVE_INFINITY;
    const generator = randomGenerator(3);
    const loops = [referenceLoop(task), compiled(task, { engine })];
    const seen = loops.map((): Float64Array[] => []);
    for (let k = 0; k < 20; k++) {
      const start = Float64Array.of(generator.uniform(-1, 1), generator.uniform(-1, 1));
      const memory = [Float64Array.of(generator.uniform(-1, 1), 0)];
      const position = generator.integer(3);
      loops.forEach((loop, i) => {
        if (k % 3 === 0) loop.write(start, memory);
        const losses = new Float64Array(6);
        const stretch = { order: Int32Array.of(0, 1, 3, 2, 4, 5), batchSize: 1, step: k, losses, total };
        const made = loop.run({ ...stretch, position, steps: 6 - position });
        expect(made).toBe(3 - position);
        loop.run({ ...stretch, position: 4, steps: 2, losses: losses.subarray(made) });
        const after = [new Float64Array(2), new Float64Array(2)] as const;
        loop.read(after[0], [after[1]]);
        seen[i]?.push(losses, ...after);
      });
    }
    expect(difference(seen[0] as Float64Array[], seen[1] as Float64Array[])).toBeUndefined();
  });
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
