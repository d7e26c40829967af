// Numbers below 2⁻¹²⁶ in training in f32, which take processors long.
import { gradient, input, inputs, lower, meanBatch, type Node, parameter } from '@chainrule/core';
import { add, exp, multiply } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import type { TrainingTask } from './compileTraining.ts';
import type { EngineOptions } from './engineOptions.ts';
import { compiled } from './testing/compiled.ts';
import { referenceLoop } from './testing/referenceLoop.ts';
import { momentum, plain } from './testing/rules.ts';
import { trained } from './testing/trainingRun.ts';
import type { TrainingLoop } from './trainingLoop.ts';
import { range } from './wasm/loop.ts';

test('what fades in the memory of an optimizer ends at 0 in f32, while in f64 it has the bits of the interpreter', () => {
  // only the first batch has a slope, so m = 0.9¹⁰⁹⁹ in the end: no number of f32, but one below 2⁻¹²⁶ times 0.9 may stay as it is
  const steps = 1100;
  const w = parameter(1);
  const columns = [Float64Array.from({ length: 4 * steps }, (_, row) => (row < 4 ? 1 : 0))];
  const mean = meanBatch(multiply(w, input('x')));
  const program = lower([mean, ...gradient(mean, [w])]);
  const task: TrainingTask = { program, rule: momentum(0.01), columns, batchSize: 4 };
  const memoryOf = (loop: TrainingLoop): number => {
    const memory = new Float64Array(1);
    const order = Int32Array.from({ length: 4 * steps }, (_, row) => row);
    loop.write(Float64Array.of(1), [memory]);
    loop.run({
      order,
      position: 0,
      batchSize: 4,
      steps,
      step: 0,
      losses: new Float64Array(steps),
      total: new Float64Array(1),
    });
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
  expect(outcomes(-84, f32)[0]).not.toBe(0);
  expect(outcomes(-84, undefined, true)[0]).toBeCloseTo(-0.04e37 * Math.exp(-84), 5);
  expect([...outcomes(-84, f32, true)]).toEqual(new Array(16).fill(0));
});

test('eˣ below 2⁻¹²⁶ counts as 0 in training in f32, not in prediction, and in f64 has the bits of the interpreter', () => {
  const w = parameter(0);
  const x = input('x');
  const huge = multiply(exp(x), 1e38);
  const mean = meanBatch(multiply(w, huge));
  const program = lower([mean, ...gradient(mean, [w])]);
  const slope = (at: number, options?: EngineOptions): number => {
    const task: TrainingTask = { program, rule: plain(1), columns: [new Float64Array(8).fill(at)], batchSize: 8 };
    const { state } = trained(options ? compiled(task, options) : referenceLoop(task), task, 1);
    return Math.abs(state[0]?.[0] as number);
  };
  const f32 = { engine: 'wasm', precision: 'f32' } as const;
  for (const at of [-87, -87.33654022216797]) expect(slope(at, f32)).toBeCloseTo(1e38 * Math.exp(at), 5);
  for (const at of [-87.3365478515625, -87.4, -88, -100, -1000, -Infinity]) expect(slope(at, f32), `${at}`).toBe(0);
  expect(slope(-88)).toBeCloseTo(1e38 * Math.exp(-88), 5);
  expect(slope(-88, { engine: 'wasm' })).toBe(slope(-88));
  const [predicted] = compile([huge], f32).batch({ x: new Float64Array(1).fill(-88) });
  expect(predicted?.[0]).toBeCloseTo(1e38 * Math.exp(-88), 5);
});
