import { randomGenerator, shuffle } from '@chainrule/core';
import type { TrainingTask } from '../compileTraining.ts';
import type { TrainingLoop } from '../trainingLoop.ts';
import { programOf } from './corpus.ts';
import { trainedOf } from './referenceLoop.ts';
import { columnsFor } from './samples.ts';

/** A model of the corpus with data of so many rows, to be trained. */
export function taskOf(name: string, rule: TrainingTask['rule'], rows: number, batchSize: number): TrainingTask {
  const program = programOf(name, 'training');
  return { program, rule, batchSize, columns: columnsFor(program, rows) };
}

/** What a run leaves behind. */
export interface Outcome {
  readonly steps: number;
  readonly losses: Float64Array;
  /** The sum of the losses, each times the samples of its step. */
  readonly total: Float64Array;
  /** Parameters, then what the rule remembers. */
  readonly state: readonly Float64Array[];
}

/** Epochs of shuffled rows, each in stretches of at most so many steps; ends with the first step that cannot be made. */
export function trained(
  loop: TrainingLoop,
  task: TrainingTask,
  epochs: number,
  stretch: number = Number.POSITIVE_INFINITY,
): Outcome {
  const { rule, columns, batchSize } = task;
  const rows = columns[0]?.length ?? 1;
  const perEpoch = Math.ceil(rows / batchSize);
  const parameters = Float64Array.from(trainedOf(task), ({ value }) => value);
  const memory = Array.from({ length: rule.memory }, () => new Float64Array(parameters.length));
  const losses = new Float64Array(epochs * perEpoch);
  const total = new Float64Array(1);
  const generator = randomGenerator(11);
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  loop.write(parameters, memory);
  let step = 0;
  let isFine = true;
  for (let epoch = 0; epoch < epochs && isFine; epoch++) {
    shuffle(generator, order);
    for (let done = 0; done < perEpoch && isFine; ) {
      const steps = Math.min(stretch, perEpoch - done);
      const made = loop.run({
        order,
        position: done * batchSize,
        batchSize,
        steps,
        step,
        losses: losses.subarray(step),
        total,
      });
      isFine = made === steps;
      done += made;
      step += made;
    }
  }
  loop.read(parameters, memory);
  return { steps: step, losses: losses.slice(0, step), total, state: [parameters, ...memory] };
}
