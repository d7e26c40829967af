import { interpreter, type Node } from '@chainrule/core';
import { ruleProgram } from './ruleProgram.ts';
import { defineTransform, type Rule, type Transform } from './transform.ts';

/**
 * Defines a transform by expressions: what becomes of the update of one parameter, and of the `memory` numbers remembered
 * for it (all 0 at the start). The expressions run on every engine, compiled together with the gradient.
 * @example const scaleBy = (factor: number) => defineRule('scaleBy', { factor }, 0, (update) => ({
 *   update: multiply(factor, update),
 *   memory: [],
 * }));
 */
export function defineRule(
  name: string,
  options: Readonly<Record<string, unknown>>,
  memory: number,
  build: Rule['build'],
): Transform {
  const transform = defineTransform(name, options, memory, listUpdate({ memory, build }));
  return { ...transform, rule: { memory, build, update: transform.update } };
}

/** The update of lists that a rule stands for: its program on the interpreter, in place. */
function listUpdate(
  rule: Pick<Rule, 'memory' | 'build'>,
): (updates: Float64Array, memory: readonly Float64Array[], parameters: Float64Array, step: number) => void {
  let run: Transform['update'] | undefined;
  const prepare = (): NonNullable<typeof run> => {
    const { program, scalars } = ruleProgram(rule, (update: Node) => update);
    const values = new Float64Array(program.parameters.length);
    const machine = interpreter(program);
    return (updates, state, parameters, step) => {
      const memory = state as readonly Float64Array[];
      scalars(step, values);
      program.parameters.forEach((scalar, k) => {
        scalar.value = values[k] as number;
      });
      // every piece of the columns is read before the same piece of the results is written
      machine.run([updates, parameters, ...memory], updates.length, [updates, ...memory]);
    };
  };
  return (updates, memory, parameters, step) => {
    run ??= prepare();
    run(updates, memory, parameters, step);
  };
}
