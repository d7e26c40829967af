// Compiled training loops that come to a step that cannot be made, against the same by the interpreter.
import { gradient, input, lower, meanBatch, parameter, randomGenerator } from '@chainrule/core';
import { add, log, multiply } from '@chainrule/ops';
import { describe, expect, test, vi } from 'vitest';
import { compiled } from './testing/compiled.ts';
import { trainingOutputs } from './testing/corpus.ts';
import { referenceLoop } from './testing/referenceLoop.ts';
import { adam, clipped, momentum, plain, sgd } from './testing/rules.ts';
import { difference } from './testing/samples.ts';
import { taskOf } from './testing/trainingRun.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A run that may have ended early. */
interface Stopped {
  readonly made: number;
  /** Losses, parameters and memory. */
  readonly lists: readonly Float64Array[];
  /** The places of the losses of steps that were not made. */
  readonly rest: Float64Array;
}

const rules = { sgd: sgd(0.05), momentum: momentum(0.01), adam: adam(0.01), clipped: clipped(0.05) };
const total = new Float64Array(1);

describe.each(['javascript', 'wasm'] as const)('%s', (engine) => {
  describe.each([
    ['an input that is NaN', 0, Number.NaN],
    ['a target too large to be squared', 2, 1e200],
  ])('with %s', (_, slot, value) => {
    const rows = 700;
    const order = Int32Array.from({ length: rows }, (_, i) => rows - 1 - i);

    /** Rows in reverse order, one of which has that value: in one stretch, or in several. */
    function failing(batchSize: number, at: number, rule = rules.adam, stretch = rows) {
      const task = taskOf('weight decay', rule, rows, batchSize);
      (task.columns[slot] as Float64Array)[order[at * batchSize] as number] = value;
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
  });

  test('stops before a step with an infinite parameter, or a gradient of 2^500', () => {
    for (const [rate, slopes, made] of [
      [1e170, [1e-30, 1e-21, 1e145, 1], 2],
      [1e-9, [1, 2, 3, 2 ** 500], 3],
      [1e-9, [1, 2, 3, 2 ** 498], 4],
    ] as const) {
      const program = lower(trainingOutputs(multiply(parameter(0), input('x'))));
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

  test('stops before a step whose loss is infinite, though its gradient is not', () => {
    const program = lower(trainingOutputs(add(multiply(parameter(0), input('x')), log(input('y')))));
    const columns = [Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 1, 0, 1)];
    const loop = compiled({ program, rule: plain(0.5), columns, batchSize: 1 }, { engine });
    loop.write(Float64Array.of(0), []);
    const stretch = { order: Int32Array.of(0, 1, 2, 3), position: 0, batchSize: 1, step: 0, total };
    expect(loop.run({ ...stretch, steps: 4, losses: new Float64Array(4) })).toBe(2);
    const after = new Float64Array(1);
    loop.read(after, []);
    expect(after[0]).toBe(-0.5 * 1 - 0.5 * 2);
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

  test('steps before one that fails are made with the other parameters of their own stretch', () => {
    const [w, k] = [parameter(1), parameter(1)];
    const loss = meanBatch(multiply(w, k, input('x')));
    const program = lower([loss, gradient(loss, w)]);
    const trained = Int32Array.of(program.parameters.indexOf(w));
    const columns = [Float64Array.of(1, 1, 1, Number.NaN)];
    const loop = compiled({ program, trained, rule: plain(0.1), columns, batchSize: 1 }, { engine });
    loop.write(Float64Array.of(1), []);
    const order = Int32Array.of(0, 1, 2, 3);
    const made = [1, 100].map((value, step) => {
      k.value = value;
      const stretch = { order, position: step, batchSize: 1, step, losses: new Float64Array(4), total };
      return loop.run({ ...stretch, steps: step === 0 ? 1 : 3 });
    });
    expect(made).toEqual([1, 2]);
    const after = new Float64Array(1);
    loop.read(after, []);
    expect(after[0]).toBe(1 - 0.1 * 1 - 0.1 * 100 - 0.1 * 100);
  });
});
