import { interpreter, type Parameter } from '@chainrule/core';
import type { TrainingTask } from '../compileTraining.ts';
import { largestGradient } from '../largestGradient.ts';
import type { TrainingLoop } from '../trainingLoop.ts';

/** The parameters that are trained, in their order. */
export const trainedOf = ({ program, trained }: TrainingTask): readonly Parameter[] =>
  trained === undefined ? program.parameters : Array.from(trained, (slot) => program.parameters[slot] as Parameter);

/** The contract of training loops in plain words: each step by the interpreter, one after the other. */
export function referenceLoop(task: TrainingTask): TrainingLoop {
  const { program, rule, columns } = task;
  const parameters = trainedOf(task);
  const objective = interpreter(program);
  const update = interpreter(rule.program);
  const size = parameters.length;
  let state = Array.from({ length: 1 + rule.memory }, () => new Float64Array(size));
  const set = (nodes: readonly Parameter[], numbers: ArrayLike<number>): void =>
    nodes.forEach((parameter, k) => {
      parameter.value = numbers[k] as number;
    });
  const sum = (lists: readonly Float64Array[]): number =>
    lists.reduce((total, list) => total + list.reduce((part, value) => part + Math.abs(value), 0), 0);

  /** The loss of a step, which is made; or undefined, and it is not. */
  const step = (rows: Int32Array, number: number): number | undefined => {
    const results = Array.from({ length: 1 + size }, () => new Float64Array(1));
    set(parameters, state[0] as Float64Array);
    objective.run(columns, rows.length, results, rows);
    const [loss = Number.NaN, ...gradient] = results.map(([value]) => value as number);
    const scalars = new Float64Array(rule.program.parameters.length);
    rule.scalars(number, scalars);
    set(rule.program.parameters, scalars);
    const next = state.map(() => new Float64Array(size));
    update.run([gradient, ...state], size, next);
    next.forEach((list, i) => {
      const { outputs, rank } = rule.program;
      if (rank[outputs[i] as number] === 0) list.fill(list[0] as number); // the same for all parameters
    });
    if (!(sum([...results, next[0] as Float64Array]) < largestGradient.f64)) return undefined;
    state = next;
    return loss;
  };

  return {
    write: (values, memory) => {
      state = [values, ...memory].map((list) => list.slice());
    },
    read: (values, memory) => [values, ...memory].forEach((list, i) => list.set(state[i] as Float64Array)),
    run: ({ order, position, batchSize, steps, step: first, losses, total }) => {
      const before = parameters.map(({ value }) => value);
      let made = 0;
      while (made < steps) {
        const from = position + made * batchSize;
        const rows = order.slice(from, from + batchSize);
        const loss = step(rows, first + made);
        if (loss === undefined) break;
        total[0] = (total[0] as number) + loss * rows.length;
        losses[made++] = loss;
      }
      set(parameters, before);
      return made;
    },
  };
}
