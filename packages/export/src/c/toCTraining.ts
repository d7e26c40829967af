import { discover } from '@chainrule/blocks';
import {
  describe,
  gradientProgram,
  lower,
  meanBatch,
  type Node,
  type Outputs,
  type Parameter,
  type Program,
  parameters as parametersOf,
  tileLength,
} from '@chainrule/core';
import { aboutLines } from '../about.ts';
import { type BatchBody, batchBody } from '../code/batch.ts';
import { type BodyRule, loopBody } from '../code/body.ts';
import type { Kind, Language } from '../code/language.ts';
import { routinesOf, rowParameters } from '../code/routines.ts';
import { straight } from '../code/straight.ts';
import { type Tables, tablesOf } from '../code/tables.ts';
import { library } from '../elementary/library.ts';
import { ExportError } from '../errors.ts';
import { infix } from '../spelling.ts';
import { stepRule, stepsOf } from '../steps.ts';
import { termsOf } from '../terms.ts';
import { type TestVectors, testVectors, type VectorOptions } from '../testVectors.ts';
import { indented } from '../text.ts';
import type { PrintableOptimizer } from '../training/optimizer.ts';
import { type Rule, ruleOf } from '../training/rule.ts';
import { testRun } from '../training/run.ts';
import { frame } from './frame.ts';
import { cLanguage, entry } from './language.ts';
import { cPrelude } from './prelude.ts';

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

const bodyRule: BodyRule = { target: 'toCTraining', largest: 2000, longest: 100_000, straightUpTo: 0 };

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
  const [before, each, after] = (['before', 'each', 'after'] as const).map((part) =>
    routinesOf(body[part], language, batchArrays, part),
  ) as [Routines, Routines, Routines];
  const update = updateLines(rule, language, slots, body, tables, fresh);
  const predict = outputs === undefined ? undefined : predictBody(outputs, program, name);
  const guard = name.toUpperCase();
  const count = {
    p: program.parameters.length,
    t: trained.length,
    u: Math.max(1, body.uniform),
    m: Math.max(1, body.memory),
  };
  const definitions = [
    ...before.definitions,
    ...each.definitions,
    ...after.definitions,
    ...(predict?.definitions ?? []),
  ];
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
    ...trainLines(body, program, [before, each, after]).map(indented),
    ...update.map(indented),
    '  state->step += 1;',
    `  return u[${body.outputs}];`,
    '}',
    '',
    ...(predict?.lines ?? []),
    ...selfTestLines(name, tests, run),
  ]);
}

type Routines = ReturnType<typeof routinesOf>;

const batchArrays: readonly (readonly [string, Kind])[] = [
  ['x', 'numbers'],
  ['p', 'numbers'],
  ['u', 'result'],
  ['m', 'result'],
  ['e', 'result'],
  ['n', 'number'],
];

/** C over a batch: the sum of what is the same for all samples is a product with their number. */
function batchLanguage(name: string): Language {
  const language = cLanguage('double', name, 'bundled');
  return { ...language, primitives: { ...language.primitives, sumBatch: ([x]) => infix('*')(['n', x as string]) } };
}

/** Loss and gradient of a batch, the sums in the order of core's definition: even and odd samples of a tile apart, tile after tile. */
function trainLines(
  body: BatchBody,
  { slots }: Program,
  [before, each, after]: readonly Routines[],
): readonly string[] {
  const { sums } = body;
  const isRun = sums.every((place, i) => place === (sums[0] as number) + i);
  const place = isRun ? `${sums[0] ?? 0} + i` : 'sums[i]';
  const uses = new Set([before, each, after].flatMap((routines) => [...(routines as Routines).uses]));
  return [
    'double *u = state->u, *even = state->even, *odd = state->odd;',
    ...(uses.has('p') ? ['const double *p = state->p;'] : []),
    ...(uses.has('m') ? ['double *m = state->m;'] : []),
    ...(uses.has('n') ? ['const double n = count;'] : []),
    ...(isRun ? [] : [`static const int sums[] = {${sums.join()}};`]),
    `for (int i = 0; i < ${sums.length}; i++) u[${place}] = even[${place}] = odd[${place}] = 0;`,
    ...(before as Routines).calls,
    'for (int s = 0; s < count; s++) {',
    ...((each as Routines).uses.has('x') ? [`  const double *x = rows + (long)s * ${slots};`] : []),
    ...((each as Routines).uses.has('e') ? ['  double *e = s % 2 == 0 ? even : odd;'] : []),
    ...(each as Routines).calls.map(indented),
    `  if ((s + 1) % ${tileLength} == 0 || s + 1 == count)`,
    `    for (int i = 0; i < ${sums.length}; i++) {`,
    `      u[${place}] += even[${place}] + odd[${place}];`,
    `      even[${place}] = odd[${place}] = 0;`,
    '    }',
    '}',
    ...((each as Routines).uses.has('x') ? [] : ['(void)rows;']),
    ...(after as Routines).calls,
  ];
}

/** The optimizer's step for all trained parameters. */
function updateLines(
  rule: Rule,
  language: Language,
  slots: readonly number[],
  body: BatchBody,
  tables: Tables,
  fresh: (prefix: string) => string,
): readonly string[] {
  const place = slots.every((slot, j) => slot === j) ? 'j' : `${tables.name(slots, 'places')}[j]`;
  const { number } = language;
  const { terms, outputs } = termsOf(rule.program, (slot) => `s${slot}`);
  const { pieces } = straight(stepsOf({ terms, outputs }, stepRule), language, {
    input: (slot) => {
      const which = rule.inputs[slot];
      if (which === 'gradient') return `u[${body.outputs + 1} + j]`;
      return which === 'parameter' ? `state->p[${place}]` : `state->memory[${which}][j]`;
    },
    output: (i) => `next${i}`,
    memory: () => '',
    fresh,
    largest: Number.POSITIVE_INFINITY,
  });
  const next = Array.from({ length: 1 + rule.memory }, (_, i) => `next${i}`);
  return [
    ...rule.scalars.map((scalar, slot) => {
      if (scalar.kind === 'constant') return `const double s${slot} = ${number(scalar.value)};`;
      const power = language.primitives.power([number(scalar.beta), '(state->step + 1.0)']);
      return `const double s${slot} = 1.0 / (1.0 - ${power});`;
    }),
    `for (int j = 0; j < ${slots.length}; j++) {`,
    `  double ${next.join(', ')};`,
    ...pieces.flat().map(indented),
    `  state->p[${place}] = next0;`,
    ...next.slice(1).map((text, k) => `  state->memory[${k}][j] = ${text};`),
    '}',
  ];
}

/** `model_predict` of the parameters in a state. */
function predictBody(outputs: Outputs, loss: Program, name: string) {
  const program = lower(outputs);
  const slots = program.parameters.map((parameter) => loss.parameters.indexOf(parameter));
  const stranger = program.parameters[slots.indexOf(-1)];
  if (stranger !== undefined)
    throw new ExportError(
      `toCTraining: the outputs depend on a parameter (${stranger.name ?? stranger.value}) that the loss does not depend on. Leave it out, or make it a constant.`,
    );
  const own = cLanguage('double', name, 'bundled');
  const language: Language = { ...own, own: (each) => own.own(`predict_${each}`) };
  const body = loopBody(discover(program), { ...own, own: language.own }, bodyRule, true);
  const arrays = [...rowParameters, ['p', 'numbers']] as const;
  const { definitions, calls, uses } = routinesOf(body.routines, language, arrays);
  const isAll = slots.every((slot, i) => slot === i);
  return {
    count: program.outputs.length,
    tables: body.tables,
    definitions,
    lines: [
      '/* The outputs y for the inputs x, both in their order, with the parameters as they are. */',
      `static inline void ${name}_predict(const ${name}_state *state, const double *x, double *y) {`,
      ...(body.memory > 0 ? [`  double m[${body.memory}];`] : []),
      ...(isAll || !uses.has('p')
        ? ['  const double *p = state->p;']
        : [
            `  static const int places[] = {${slots.join()}};`,
            `  double p[${slots.length}];`,
            `  for (int i = 0; i < ${slots.length}; i++) p[i] = state->p[places[i]];`,
          ]),
      ...calls.map(indented),
      ...(uses.has('x') ? [] : ['  (void)x;']),
      ...(uses.has('p') ? [] : ['  (void)p;']),
      '}',
      '',
    ],
  };
}

/** A few steps on the test rows: their losses, and a sum of the parameters after them in which each digit counts. */
function selfTestLines(
  name: string,
  { rows }: TestVectors,
  { losses, parameters }: { readonly losses: readonly number[]; readonly parameters: Float64Array },
): readonly string[] {
  if (rows.length === 0) return [];
  const guard = name.toUpperCase();
  const expected = [...losses, parameters.reduce((sum, value, i) => sum + value * (1 + (i % 10)), 0)];
  const list = (values: Iterable<number>): string => Array.from(values, (value) => entry(value, 'double')).join();
  return [
    `#define ${guard}_BOUND 0`,
    '',
    '/* The largest error of the losses of a few steps from the start, and of a weighted sum of the parameters after them:',
    '   |found - expected| / max(1, |expected|). The state is set to the start before and after. */',
    `static inline double ${name}_self_test(${name}_state *state) {`,
    `  static const double rows[] = {${list(rows.flatMap((row) => [...row]))}};`,
    `  static const double values[] = {${list(expected)}};`,
    '  double largest = 0;',
    `  ${name}_init(state);`,
    `  for (int t = 0; t < ${expected.length}; t++) {`,
    '    double found = 0, error;',
    `    if (t < ${losses.length}) found = ${name}_train(state, rows, ${rows.length});`,
    `    else for (int i = 0; i < ${guard}_PARAMETERS; i++) found += state->p[i] * (1 + i % 10);`,
    '    if (found == values[t] || (found != found && values[t] != values[t])) continue;',
    '    error = fabs(found - values[t]) / (fabs(values[t]) > 1 ? fabs(values[t]) : 1);',
    '    if (!(error <= largest)) largest = error >= 0 ? error : HUGE_VAL;',
    '  }',
    `  ${name}_init(state);`,
    '  return largest;',
    '}',
    '',
  ];
}
