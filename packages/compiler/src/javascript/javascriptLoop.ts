import type { Program } from '@chainrule/core';
import type { Stretch, TrainingLoop, UpdateRule } from '../trainingLoop.ts';
import { fusedLoop } from './fusedLoop.ts';
import { steppedLoop } from './steppedLoop.ts';

/**
 * A training loop as generated JavaScript, with the bits of the interpreter. The outputs of `program` are the loss and its
 * derivative for each of the parameters in slots `trained`, in that order, in which `write` and `read` list them too; the
 * other parameters are read when a run starts. With one sample a step, and not much code, all of it is one function.
 * @throws EvalError where code generation is not allowed.
 */
export function javascriptLoop(
  program: Program,
  rule: UpdateRule,
  columns: readonly Float64Array[],
  trained: Int32Array,
): TrainingLoop {
  const list = (): Float64Array => new Float64Array(trained.length);
  const values = list();
  const memory = Array.from({ length: rule.memory }, list);
  const fixed = new Float64Array(program.parameters.length);
  const parts = [program, rule, columns, trained, { values, memory, fixed }] as const;
  const fused = fusedLoop(...parts);
  let stepped = fused === undefined ? steppedLoop(...parts) : undefined;
  return {
    write: (parameters, remembered) => {
      values.set(parameters);
      remembered.forEach((numbers, i) => memory[i]?.set(numbers));
    },
    read: (parameters, remembered) => {
      parameters.set(values);
      remembered.forEach((numbers, i) => numbers.set(memory[i] as Float64Array));
    },
    run: (stretch: Stretch) => {
      for (let k = 0; k < fixed.length; k++) fixed[k] = program.parameters[k]?.value as number;
      const made = stretch.batchSize === 1 ? fused?.(stretch) : undefined;
      if (made !== undefined) return made;
      stepped ??= steppedLoop(...parts);
      return stepped(stretch);
    },
  };
}
