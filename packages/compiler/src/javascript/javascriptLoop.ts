import { type Program, parameterReader } from '@chainrule/core';
import { exchange } from '../exchange.ts';
import type { Stretch, TrainingLoop, UpdateRule } from '../trainingLoop.ts';
import { fusedLoop } from './fusedLoop.ts';
import { isPlain } from './isPlain.ts';

/**
 * A training loop of single samples as generated JavaScript, with the bits of the interpreter. The outputs of `program` are the
 * loss and its derivative for each of the parameters in slots `trained` (by default all), in that order, in which `write` and `read` list them
 * too; the other parameters are read when a run starts. Undefined where `fusedLoop` is.
 * @throws EvalError where code generation is not allowed.
 */
export function javascriptLoop(
  program: Program,
  rule: UpdateRule,
  columns: readonly Float64Array[],
  trained: Int32Array = Int32Array.from(program.parameters.keys()),
): TrainingLoop | undefined {
  const kept = Array.from({ length: 1 + rule.memory }, () => new Float64Array(trained.length));
  const fixed = new Float64Array(program.parameters.length);
  const readParameters = parameterReader(program.parameters);
  const make = (isZeroSigned: boolean) => fusedLoop(program, rule, columns, trained, { kept, fixed }, isZeroSigned);
  const usual = make(!isPlain(rule));
  let signed: typeof usual;
  return (
    usual && {
      ...exchange(kept),
      run: (stretch: Stretch) => {
        readParameters(fixed);
        if (!kept[0]?.some((value) => Object.is(value, -0))) return usual(stretch);
        signed ??= make(true) ?? usual;
        return signed(stretch);
      },
    }
  );
}
