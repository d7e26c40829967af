import {
  elementary,
  gradient,
  input,
  inputs,
  interpreter,
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
import { add, divide, exp, log, max, multiply, relu, sigmoid, sqrt, square, subtract, tanh } from '@chainrule/ops';
import { describe, expect, test } from 'vitest';
import { buildGraph, planFrom } from '../../../core/src/testing/randomGraph.ts';
import type { TrainingLoop, UpdateRule } from '../trainingLoop.ts';
import { javascriptLoop } from './javascriptLoop.ts';

const sameBits = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.from(a).every((value, i) => Object.is(value, b[i]));

const [g, p, m, v] = [input('gradient'), input('parameter'), input('memory1'), input('memory2')];
const [s, t, u] = [parameter(0), parameter(0), parameter(0)];

const sgd = (rate: number): UpdateRule => ({
  program: lower([add(p, multiply(s, g))]),
  memory: 0,
  scalars: (step, into) => {
    into[0] = -rate / (1 + step / 8);
  },
});

const mean = add(multiply(0.9, m), multiply(0.1, g));
const squares = add(multiply(0.999, v), multiply(0.001, square(g)));
const adam: UpdateRule = {
  program: lower([add(p, multiply(s, divide(divide(mean, t), add(sqrt(divide(squares, u)), 1e-8)))), mean, squares]),
  memory: 2,
  scalars: (step, into) => {
    into[0] = -0.01;
    into[1] = 1 - elementary.power(0.9, step + 1);
    into[2] = 1 - elementary.power(0.999, step + 1);
  },
};

/** Gradients cut to a norm of 1 over all parameters; a scalar that is used in a function, and more than once. */
const clipped: UpdateRule = {
  program: lower([
    subtract(p, multiply(exp(s), divide(g, max(1, sqrt(sumBatch(square(g))))))),
    add(m, multiply(exp(s), s)),
  ]),
  memory: 1,
  scalars: (step, into) => {
    into[0] = -4 - step / 10;
  },
};

const uniformParts: UpdateRule = {
  program: lower([subtract(p, multiply(exp(s), add(g, divide(p, sumBatch(1))))), add(m, multiply(exp(s), s))]),
  memory: 1,
  scalars: clipped.scalars,
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

/** The contract of training loops, step by step, by the interpreter. */
function reference({ program, columns, trained }: Task, rule: UpdateRule): TrainingLoop {
  const descent = interpreter(program);
  const update = interpreter(rule.program);
  const size = trained.length;
  const values = new Float64Array(size);
  const memory = Array.from({ length: rule.memory }, () => new Float64Array(size));
  const set = (into: readonly Parameter[], numbers: ArrayLike<number>): void =>
    into.forEach((node, k) => {
      node.value = numbers[k] as number;
    });
  const all = Array.from(trained, (slot) => program.parameters[slot] as Parameter);
  return {
    write: (numbers, remembered) => {
      values.set(numbers);
      remembered.forEach((list, i) => memory[i]?.set(list));
    },
    read: (numbers, remembered) => {
      numbers.set(values);
      remembered.forEach((list, i) => list.set(memory[i] as Float64Array));
    },
    run: ({ order, position, batchSize, steps, step, losses, total }) => {
      const before = all.map(({ value }) => value);
      try {
        for (let i = 0; i < steps; i++) {
          const rows = order.slice(position + i * batchSize, position + (i + 1) * batchSize);
          const results = Array.from({ length: 1 + size }, () => new Float64Array(1));
          set(all, values);
          descent.run(columns, rows.length, results, rows);
          const numbers = results.map((list) => list[0] as number);
          if (!(numbers.reduce((sum, x) => sum + Math.abs(x), 0) < 2 ** 500)) return i;
          const scalars = new Float64Array(rule.program.parameters.length);
          rule.scalars(step + i, scalars);
          set(rule.program.parameters, scalars);
          const next = [values, ...memory].map(() => new Float64Array(size));
          update.run([numbers.slice(1), values, ...memory], size, next);
          next.forEach((list, k) => {
            const { outputs, rank } = rule.program;
            if (rank[outputs[k] as number] === 0) list.fill(list[0] as number);
          });
          if (!next[0]?.every(Number.isFinite)) return i;
          losses[i] = numbers[0] as number;
          total[0] = (total[0] as number) + (losses[i] as number) * rows.length;
          [values, ...memory].forEach((list, k) => list.set(next[k] as Float64Array));
        }
        return steps;
      } finally {
        set(all, before);
      }
    },
  };
}

interface Task {
  readonly program: ReturnType<typeof lower>;
  readonly columns: readonly Float64Array[];
  readonly trained: Int32Array;
  readonly rows: number;
}

function task(loss: Node, rows: number, seed: number, chosen: readonly Parameter[] = parameters(loss)): Task {
  const all = meanBatch(loss);
  const program = lower([all, ...gradient<Node[], Node>(all, [...chosen])]);
  const generator = randomGenerator(seed);
  return {
    program,
    rows,
    columns: Array.from({ length: program.slots }, () =>
      Float64Array.from({ length: rows }, () => generator.uniform(-2, 2)),
    ),
    trained: Int32Array.from(chosen, (node) => program.parameters.indexOf(node)),
  };
}

function compiled({ program, columns, trained }: Task, rule: UpdateRule): TrainingLoop {
  const loop = javascriptLoop(program, rule, columns, trained);
  if (loop === undefined) throw new Error('there is no loop');
  return loop;
}

/** Two loops side by side through epochs of shuffled data, in stretches of a few steps; what differs, as text. */
function difference(given: Task, rule: UpdateRule, epochs = 3): { text?: string; steps: number } {
  const { program, trained, rows } = given;
  const loops = [compiled(given, rule), reference(given, rule)];
  const numbers = (): Float64Array => new Float64Array(trained.length);
  const start = Float64Array.from(trained, (slot) => program.parameters[slot]?.value as number);
  for (const loop of loops) loop.write(start, Array.from({ length: rule.memory }, numbers));
  const generator = randomGenerator(5);
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(generator, order);
    for (let done = 0; done < rows; ) {
      const steps = Math.min(rows - done, 1 + generator.integer(9));
      const seen = loops.map((loop) => {
        const losses = new Float64Array(steps).fill(12345);
        const total = Float64Array.of(done);
        const made = loop.run({ order, position: done, batchSize: 1, steps, step, losses, total });
        const values = numbers();
        const memory = Array.from({ length: rule.memory }, numbers);
        loop.read(values, memory);
        return [Float64Array.of(made), losses, total, values, ...memory];
      }) as [Float64Array[], Float64Array[]];
      const wrong = seen[0].findIndex((list, i) => !sameBits(list, seen[1][i] as Float64Array));
      if (wrong >= 0)
        return { text: `${wrong} at ${step}: ${seen[0][wrong]}, expected ${seen[1][wrong]}`, steps: step };
      const made = seen[0][0]?.[0] as number;
      step += made;
      done += made;
      if (made < steps) return { steps: step };
    }
  }
  return { steps: step };
}

const [x, y, z] = [input('x'), input('y'), input('z')];
const rules = { sgd: sgd(0.02), adam, uniformParts, uniformMemory };

describe.each(Object.entries(rules))('javascriptLoop with %s makes the steps of the interpreter', (_, rule) => {
  const line = (): Node => add(multiply(parameter(0.1), x), parameter(-0));

  test('for a line', () => {
    expect(difference(task(squaredError(line(), y), 50, 1), rule)).toEqual({ steps: 150 });
  });

  test('for a sigmoid classifier', () => {
    const hidden = sigmoid(add(multiply(parameter(0.5), x), multiply(parameter(-0.3), y), parameter(0.1)));
    const output = sigmoid(add(multiply(parameter(0.7), hidden), parameter(0.2)));
    expect(difference(task(squaredError(output, z), 50, 2), rule).text).toBeUndefined();
  });

  test('for random graphs, where some steps fail', () => {
    const generator = randomGenerator(9);
    let failures = 0;
    for (let i = 0; i < 150; i++) {
      const { of, parameters: weights } = buildGraph(planFrom(generator));
      const given = task(add(of, square(multiply(weights[0], weights[1], x))), 6, i, weights);
      const found = difference(given, rule, 2);
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
  const net = task(squaredError(output, y), 10, 3);
  const line = task(squaredError(multiply(parameter(1), x), y), 10, 3);
  expect(net.program.length).toBeGreaterThan(3000);
  expect(javascriptLoop(net.program, rules.sgd, net.columns, net.trained)).toBeUndefined();
  for (const rule of [clipped, uniformSum])
    expect(javascriptLoop(line.program, rule, line.columns, line.trained)).toBeUndefined();
  expect(javascriptLoop(line.program, rules.sgd, line.columns, line.trained)).toBeDefined();
});

describe('javascriptLoop', () => {
  const batchSize = 1;

  test('a parameter of −0 stays so where its gradient is 0', () => {
    const given = task(squaredError(add(multiply(parameter(-0), x), parameter(-0)), y), 4, 1);
    given.columns.forEach((column, slot) => column.fill(1 - slot));
    const loop = compiled(given, sgd(0.1));
    const values = Float64Array.of(-0, -0);
    loop.write(values, []);
    const [order, losses] = [Int32Array.of(0, 1, 2, 3), new Float64Array(4)];
    const steps = 4;
    expect(loop.run({ order, position: 0, batchSize, steps, step: 0, losses, total: new Float64Array(1) })).toBe(steps);
    loop.read(values, []);
    expect(Array.from(values)).toEqual([-0, -0]);
  });

  test('a step whose loss is not finite is not made, nor are those after it', () => {
    const w = parameter(1);
    const given = task(multiply(w, log(x)), 8, 4);
    const column = given.columns[0] as Float64Array;
    column.set([1, 2, 3, 4, 0, 5, 6, 7]);
    const loop = compiled(given, sgd(0.1));
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
      const given = task(multiply(parameter(1), slope, x), 4, 4);
      given.columns[0]?.fill(1);
      const loop = compiled(given, sgd(rate));
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
    const given = task(squaredError(add(multiply(w, x), offset), y), 6, 6, [w]);
    const loop = compiled(given, sgd(0.1));
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
    expect(difference(given, adam).text).toBeUndefined();
  });
});

test('gradients for parameters in any order, some left out', () => {
  const weights = [0.3, -0.2, 0.5, 0.1].map((value) => parameter(value));
  const [a, b, c, d] = weights as [Parameter, Parameter, Parameter, Parameter];
  const loss = squaredError(add(multiply(a, tanh(add(multiply(b, x), c))), d), y);
  for (const chosen of [[d, b], [c, a, b], [b]])
    for (const batchSize of [1, 2]) expect(difference(task(loss, 20, 8, chosen), adam, batchSize).text).toBeUndefined();
});
