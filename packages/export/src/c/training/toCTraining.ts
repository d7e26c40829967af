import { discover } from '@chainrule/blocks';
import {
  describe,
  gradientProgram,
  meanBatch,
  type Node,
  type Outputs,
  type Parameter,
  parameters as parametersOf,
} from '@chainrule/core';
import { aboutLines } from '../../about.ts';
import { batchBody } from '../../code/batch.ts';
import { type Routines, routinesOf } from '../../code/routines.ts';
import { tablesOf } from '../../code/tables.ts';
import { library } from '../../elementary/library.ts';
import { ExportError } from '../../errors.ts';
import { testVectors, type VectorOptions } from '../../testVectors.ts';
import { indented } from '../../text.ts';
import type { PrintableOptimizer } from '../../training/optimizer.ts';
import { ruleOf } from '../../training/rule.ts';
import { testRun } from '../../training/run.ts';
import { frame } from '../frame.ts';
import { entry } from '../language.ts';
import { cPrelude } from '../prelude.ts';
import { batchArrays, batchLanguage } from './batchLanguage.ts';
import { bodyRule } from './bodyRule.ts';
import { predictBody } from './predictBody.ts';
import { selfTestLines } from './selfTest.ts';
import { trainLines } from './trainLines.ts';
import { updateLines } from './updateLines.ts';

/** Options of `toCTraining`. */
export interface CTrainingOptions {
  /** An optimizer of `@chainrule/training` with fixed rates: `sgd(0.01, { momentum: 0.9 })`, `adam()`. */
  readonly optimizer: PrintableOptimizer;
  /** What is trained. Default: all trainable parameters of the loss. */
  readonly parameters?: readonly Parameter[];
  /** Outputs to predict with the parameters as they are trained; they may not depend on others than the loss does. */
  readonly outputs?: Outputs;
  /** What all names of the header begin with. Default `'model'`. */
  readonly name?: string;
  /** The rows that the header checks itself with. */
  readonly vectors?: VectorOptions | undefined;
}

/** Steps of the self test. */
const testSteps = 3;

/**
 * Training as one C99 header for devices that learn: forward, backward and update in doubles, with the bits of
 * `@chainrule/training`; all memory is in a struct of the caller's. `model_init(&state)` sets the parameters to their present
 * values, `model_train(&state, rows, count)` makes one step on a batch and gives its loss before the step, `model_predict(&state, x, y)` the
 * outputs, `model_self_test(&state)` the largest error over a few steps that the header carries.
 * @throws ExportError if the optimizer has no form in C, a value per sample waits for a sum over the batch (as in batch
 * normalization), or an option makes no sense.
 * @example writeFileSync('model.h', toCTraining(loss, { optimizer: adam(0.01), outputs: { y } }));
 */
export function toCTraining(loss: Node, options: CTrainingOptions): string {
  const { optimizer, outputs, name = 'model', vectors } = options;
  const trained = options.parameters ?? [...parametersOf(loss)].filter(({ trainable }) => trainable);
  if (trained.length === 0)
    throw new ExportError(`toCTraining: there is nothing to train: parameters is ${describe(trained)}.`);
  const rule = ruleOf(optimizer);
  const program = gradientProgram(meanBatch(loss) as Node, trained);
  const tests = testVectors(program, { count: 8, ...vectors }, { extremes: [] });
  const run = testRun(program, trained, rule, tests.rows, testSteps);

  const language = batchLanguage(name);
  const tables = tablesOf(language);
  let names = 0;
  const fresh = (prefix: string): string => `${prefix}${names++}`;
  const body = batchBody(discover(program), language, bodyRule, tables, fresh);
  if (body === undefined)
    throw new ExportError(
      'toCTraining: a value of each sample waits for a sum over the batch (as in batch normalization), which needs memory for all samples. Train it with train() of @chainrule/training, and export the trained network with toC.',
    );
  const slots = trained.map((parameter) => program.parameters.indexOf(parameter));
  const part = (of: 'before' | 'each' | 'after'): Routines => routinesOf(body[of], language, batchArrays, of);
  const parts = [part('before'), part('each'), part('after')] as const;
  const update = updateLines(rule, language, slots, body, tables, fresh);
  const predict = outputs === undefined ? undefined : predictBody(outputs, program, name);
  const guard = name.toUpperCase();
  const count = {
    p: program.parameters.length,
    t: trained.length,
    u: Math.max(1, body.uniform),
    m: Math.max(1, body.memory),
  };
  const definitions = [...parts, ...(predict ? [predict] : [])].flatMap((each) => each.definitions);
  return frame(name, aboutLines(program, 'Training of a network as a C header', 0, tests.rows.length), [
    `#define ${guard}_INPUTS ${program.slots}`,
    `#define ${guard}_PARAMETERS ${count.p}`,
    ...(predict ? [`#define ${guard}_OUTPUTS ${predict.count}`] : []),
    '',
    '/* All that training needs: parameters, what the optimizer remembers, and room to compute in. */',
    'typedef struct {',
    `  double p[${count.p}];`,
    ...(rule.memory > 0 ? [`  double memory[${rule.memory}][${count.t}];`] : []),
    '  double step;',
    `  double u[${count.u}], even[${count.u}], odd[${count.u}], m[${count.m}];`,
    `} ${name}_state;`,
    '',
    ...library([...definitions, ...update], language, cPrelude(language)),
    '',
    ...tables.lines,
    ...(predict?.tables ?? []),
    ...definitions,
    '/* Sets the parameters to the values that they had when this was printed, and forgets all else. */',
    `static inline void ${name}_init(${name}_state *state) {`,
    `  static const double values[] = {${program.parameters.map(({ value }) => entry(value, 'double')).join()}};`,
    `  for (int i = 0; i < ${count.p}; i++) state->p[i] = values[i];`,
    ...(rule.memory > 0
      ? [`  for (int j = 0; j < ${count.t}; j++) for (int k = 0; k < ${rule.memory}; k++) state->memory[k][j] = 0;`]
      : []),
    '  state->step = 0;',
    '}',
    '',
    `/* One step on ${program.slots} inputs of each of count rows, one row after the other: the mean loss before the step. */`,
    `static inline double ${name}_train(${name}_state *state, const double *rows, int count) {`,
    ...trainLines(body, program, parts).map(indented),
    ...update.map(indented),
    '  state->step += 1;',
    `  return u[${body.outputs}];`,
    '}',
    '',
    ...(predict?.lines ?? []),
    ...selfTestLines(name, tests, run),
  ]);
}
