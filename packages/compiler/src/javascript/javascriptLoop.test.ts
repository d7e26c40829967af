import {
  gradient,
  input,
  inputs,
  lower,
  meanBatch,
  type Node,
  type Parameter,
  parameter,
  parameters,
  randomGenerator,
  shuffle,
  sumBatch,
} from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { linear } from '@chainrule/macros';
import { add, divide, exp, log, multiply, relu, sigmoid, square, subtract, tanh } from '@chainrule/ops';
import { describe, expect, test } from 'vitest';
import { buildGraph, planFrom } from '../../../core/src/testing/randomGraph.ts';
import type { TrainingTask } from '../compileTraining.ts';
import { referenceLoop, trainedOf } from '../testing/referenceLoop.ts';
import { adam, clipped, sgd } from '../testing/rules.ts';
import { columnsFor, difference } from '../testing/samples.ts';
import type { TrainingLoop, UpdateRule } from '../trainingLoop.ts';
import { javascriptLoop } from './javascriptLoop.ts';

const [g, p, m, v] = [input('gradient'), input('parameter'), input('memory1'), input('memory2')];
const s = parameter(0);

/** A scalar that is used in a function, and more than once; parts that are the same for all parameters. */
const uniformParts: UpdateRule = {
  program: lower([subtract(p, multiply(exp(s), add(g, divide(p, sumBatch(1))))), add(m, multiply(exp(s), s))]),
  memory: 1,
  scalars: (step, into) => {
    into[0] = -4 - step / 10;
  },
};

/** A memory that is the same for all parameters: it simplifies to a number, or is a scalar. */
const uniformMemory: UpdateRule = {
  program: lower([subtract(p, multiply(s, g)), multiply(0, m), square(s), multiply(3, v)]),
  memory: 3,
  scalars: (step, into) => {
    into[0] = 0.01 + step / 1000;
  },
};

/** The same of a rule that looks at all parameters. */
const uniformSum: UpdateRule = {
  ...uniformMemory,
  program: lower([subtract(p, multiply(s, g)), multiply(0, m), sumBatch(add(g, p)), multiply(3, v)]),
};

/** Single samples of a loss, and the parameters that are trained. */
function task(
  loss: Node,
  rule: UpdateRule,
  rows: number,
  seed: number,
  chosen: readonly Parameter[] = parameters(loss),
): TrainingTask {
  const all = meanBatch(loss);
  const program = lower([all, ...gradient<Node[], Node>(all, [...chosen])]);
  const trained = Int32Array.from(chosen, (node) => program.parameters.indexOf(node));
  return { program, rule, columns: columnsFor(program, rows, 0, seed), trained, batchSize: 1 };
}

const loopOf = ({ program, rule, columns, trained }: TrainingTask): TrainingLoop | undefined =>
  javascriptLoop(program, rule, columns, trained);

function compiled(task: TrainingTask): TrainingLoop {
  const loop = loopOf(task);
  if (loop === undefined) throw new Error('there is no loop');
  return loop;
}

/** The reference and the loop side by side through epochs of shuffled data, in stretches of a few steps; what differs, as text. */
function compared(task: TrainingTask, epochs = 3): { text?: string; steps: number } {
  const { rule, columns } = task;
  const start = Float64Array.from(trainedOf(task), ({ value }) => value);
  const loops = [referenceLoop(task), compiled(task)];
  const numbers = (): Float64Array => new Float64Array(start.length);
  for (const loop of loops) loop.write(start, Array.from({ length: rule.memory }, numbers));
  const generator = randomGenerator(5);
  const rows = (columns[0] as Float64Array).length;
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(generator, order);
    for (let done = 0; done < rows; ) {
      const steps = Math.min(rows - done, 1 + generator.integer(9));
      const [expected, found] = loops.map((loop) => {
        const losses = new Float64Array(steps).fill(12345);
        const total = Float64Array.of(done);
        const made = loop.run({ order, position: done, batchSize: 1, steps, step, losses, total });
        const state = Array.from({ length: 1 + rule.memory }, numbers) as [Float64Array, ...Float64Array[]];
        loop.read(state[0], state.slice(1));
        return [Float64Array.of(made), losses, total, ...state];
      }) as [Float64Array[], Float64Array[]];
      const text = difference(expected, found);
      if (text !== undefined) return { text: `from step ${step} on, ${text}`, steps: step };
      const made = expected[0]?.[0] as number;
      step += made;
      done += made;
      if (made < steps) return { steps: step };
    }
  }
  return { steps: step };
}

const [x, y, z] = [input('x'), input('y'), input('z')];
const rules = { sgd: sgd(0.02), adam: adam(0.01), uniformParts, uniformMemory };

describe.each(Object.entries(rules))('javascriptLoop with %s makes the steps of the interpreter', (_, rule) => {
  const line = (): Node => add(multiply(parameter(0.1), x), parameter(-0));

  test('for a line', () => {
    expect(compared(task(squaredError(line(), y), rule, 50, 1))).toEqual({ steps: 150 });
  });

  test('for a sigmoid classifier', () => {
    const hidden = sigmoid(add(multiply(parameter(0.5), x), multiply(parameter(-0.3), y), parameter(0.1)));
    const output = sigmoid(add(multiply(parameter(0.7), hidden), parameter(0.2)));
    expect(compared(task(squaredError(output, z), rule, 50, 2)).text).toBeUndefined();
  });

  test('for random graphs, where some steps fail', () => {
    const generator = randomGenerator(9);
    let failures = 0;
    for (let i = 0; i < 150; i++) {
      const { of, parameters: weights } = buildGraph(planFrom(generator));
      const given = task(add(of, square(multiply(weights[0], weights[1], x))), rule, 6, i, weights);
      const found = compared(given, 2);
      expect(found.text).toBeUndefined();
      if (found.steps < 12) failures++;
    }
    expect(failures).toBeGreaterThan(10);
    expect(failures).toBeLessThan(140);
  });
});

test('there is no loop for a net beyond one function, nor for a rule that looks at all parameters', () => {
  const hidden = linear(linear(inputs('pixel', 8), 24).map(tanh), 24).map(relu);
  const [output] = linear(hidden, 1) as [Node];
  const net = task(squaredError(output, y), rules.sgd, 10, 3);
  const line = (rule: UpdateRule) => task(squaredError(multiply(parameter(1), x), y), rule, 10, 3);
  expect(net.program.length).toBeGreaterThan(3000);
  expect(loopOf(net)).toBeUndefined();
  for (const rule of [clipped(0.05), uniformSum]) expect(loopOf(line(rule))).toBeUndefined();
  expect(loopOf(line(rules.sgd))).toBeDefined();
});

describe('javascriptLoop', () => {
  const batchSize = 1;

  test('a parameter of −0 stays so where its gradient is 0', () => {
    const given = task(squaredError(add(multiply(parameter(-0), x), parameter(-0)), y), sgd(0.1), 4, 1);
    given.columns.forEach((column, slot) => column.fill(1 - slot));
    const loop = compiled(given);
    const values = Float64Array.of(-0, -0);
    loop.write(values, []);
    const [order, losses] = [Int32Array.of(0, 1, 2, 3), new Float64Array(4)];
    const steps = 4;
    expect(loop.run({ order, position: 0, batchSize, steps, step: 0, losses, total: new Float64Array(1) })).toBe(steps);
    loop.read(values, []);
    expect(Array.from(values)).toEqual([-0, -0]);
  });

  test('a gradient of 0 has the sign that a sum gives it, where a rule remembers it', () => {
    const rule = { program: lower([subtract(p, multiply(0.1, g)), g]), memory: 1, scalars: () => {} };
    const given = task(squaredError(add(multiply(parameter(0), x), parameter(0)), y), rule, 4, 1);
    given.columns.forEach((column, slot) => column.fill(slot === 0 ? -3 : 0));
    expect(compared(given)).toEqual({ steps: 12 });
  });

  test('a step whose loss is not finite is not made, nor are those after it', () => {
    const w = parameter(1);
    const given = task(multiply(w, log(x)), sgd(0.1), 8, 4);
    const column = given.columns[0] as Float64Array;
    column.set([1, 2, 3, 4, 0, 5, 6, 7]);
    const loop = compiled(given);
    const [values, losses] = [Float64Array.of(1), new Float64Array(8)];
    loop.write(values, []);
    const order = Int32Array.from({ length: 8 }, (_, i) => i);
    const stretch = { order, position: 0, batchSize, step: 0, losses, total: new Float64Array(1) };
    const good = 4;
    expect(loop.run({ ...stretch, steps: 8 })).toBe(good);
    loop.read(values, []);
    expect(Array.from(losses).slice(good)).toEqual(new Array(8 - good).fill(0));
    const [after, same] = [values[0], Float64Array.of(1)];
    loop.write(same, []);
    expect(loop.run({ ...stretch, steps: good })).toBe(good);
    loop.read(same, []);
    expect(same[0]).toBe(after);
    expect(after).not.toBe(1);
  });

  test('a step that would make a parameter infinite, or has a gradient of 2^500, is not made', () => {
    for (const [slope, rate] of [
      [1e10, -1e300],
      [2 ** 500, 1e-300],
    ] as const) {
      const given = task(multiply(parameter(1), slope, x), sgd(rate), 4, 4);
      given.columns[0]?.fill(1);
      const loop = compiled(given);
      loop.write(Float64Array.of(3), []);
      const order = Int32Array.of(0, 1, 2, 3);
      const [losses, total] = [new Float64Array(2), new Float64Array(1)];
      expect(loop.run({ order, position: 0, batchSize, steps: 2, step: 0, losses, total })).toBe(0);
      expect(total[0]).toBe(0);
      const values = new Float64Array(1);
      loop.read(values, []);
      expect(values[0]).toBe(3);
    }
  });

  test('parameters that are not trained are read when a run starts', () => {
    const [w, offset] = [parameter(1), parameter(10)];
    const given = task(squaredError(add(multiply(w, x), offset), y), sgd(0.1), 6, 6, [w]);
    const loop = compiled(given);
    const lossAt = (value: number): number => {
      offset.value = value;
      const [losses, total] = [new Float64Array(1), new Float64Array(1)];
      loop.write(Float64Array.of(1), []);
      loop.run({ order: Int32Array.of(0, 1), position: 0, batchSize, steps: 1, step: 0, losses, total });
      return losses[0] as number;
    };
    const [far, near] = [lossAt(1000), lossAt(0)];
    expect(far).toBeGreaterThan(900_000);
    expect(near).toBeLessThan(100);
    expect(lossAt(1000)).toBe(far);
    expect(compared({ ...given, rule: rules.adam }).text).toBeUndefined();
  });
});

test('gradients for parameters in any order, some left out', () => {
  const weights = [0.3, -0.2, 0.5, 0.1].map((value) => parameter(value));
  const [a, b, c, d] = weights as [Parameter, Parameter, Parameter, Parameter];
  const loss = squaredError(add(multiply(a, tanh(add(multiply(b, x), c))), d), y);
  for (const chosen of [[d, b], [c, a, b], [b]])
    expect(compared(task(loss, rules.adam, 20, 8, chosen))).toEqual({ steps: 60 });
});
