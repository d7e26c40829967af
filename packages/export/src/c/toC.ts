import { lower, type Outputs, type Program } from '@chainrule/core';
import { aboutLines } from '../about.ts';
import { bodyOf } from '../code/body.ts';
import { routinesOf } from '../code/routines.ts';
import { library } from '../elementary/library.ts';
import { boundedVectors, type Inexact } from '../sensitivity.ts';
import { outputPaths } from '../structure.ts';
import { allNumbers, testVectors, type VectorLimits, type VectorOptions } from '../testVectors.ts';
import { indented } from '../text.ts';
import { cString } from './cString.ts';
import { frame } from './frame.ts';
import { type CType, cLanguage } from './language.ts';
import { cPrelude } from './prelude.ts';
import { selfTestLines } from './selfTest.ts';

/** Options of `toC`. */
export interface COptions {
  /** What all names of the header begin with: letters, digits and `_`. Default `'model'`. */
  readonly name?: string;
  /** The type of all numbers. Default `'double'`. */
  readonly type?: CType;
  /**
   * The elementary functions: `'bundled'` (default) prints those that the network needs, which give the bits of the interpreter
   * in doubles; `'math.h'` calls those of the machine.
   */
  readonly functions?: 'bundled' | 'math.h';
  /** The rows that the header checks itself with. */
  readonly vectors?: VectorOptions | undefined;
}

/** Floats end at 3.4e38. */
const floats: VectorLimits = { extremes: [0, Number.NaN, 1e4, -1e4], rounded: Math.fround };

const limits: Readonly<Record<CType, VectorLimits>> = { double: allNumbers, float: floats };

/** Floats have 24 bits; functions of the machine may be an ulp off. */
const floatErrors: Inexact = { unit: 2 ** -23, bound: 1e-6 };
const machineErrors: Inexact = { unit: 2 ** -52, bound: 1e-15 };

const bodyRule = { target: 'toC', largest: 2000, longest: 100_000, straightUpTo: 1000 };

/**
 * A network as one C99 header that allocates nothing and needs math.h alone: `model_predict(x, y)` reads the inputs in order and
 * writes the outputs in order, `model_self_test()` gives the largest error over the header's own test vectors. Gradients are outputs
 * as any other: `toC({ y, ...gradient(y, inputs) })`.
 * @throws ExportError if the name is no identifier, a name cannot be a C string, or an option makes no sense.
 * @example writeFileSync('celsius.h', toC({ celsius }, { name: 'celsius' }));
 */
export function toC(outputs: Outputs, options: COptions = {}): string {
  const { name = 'model', type = 'double', functions = 'bundled', vectors } = options;
  const program = lower(outputs);
  const inexact = type === 'float' ? floatErrors : functions === 'math.h' ? machineErrors : undefined;
  const { tests, bound } = boundedVectors(program, testVectors(program, vectors, limits[type]), inexact);
  const language = cLanguage(type, name, functions);
  const doubles = cLanguage('double', name, functions);
  const body = bodyOf(program, language, bodyRule);
  const { definitions, calls, uses } = routinesOf(body.routines, language);
  const guard = name.toUpperCase();
  return frame(name, aboutLines(program, 'A network as a C header', bound, tests.rows.length), [
    `#define ${guard}_INPUTS ${program.slots}`,
    `#define ${guard}_OUTPUTS ${program.outputs.length}`,
    '',
    ...library(definitions, doubles, cPrelude(doubles)),
    '',
    ...body.tables,
    ...definitions,
    `/* The outputs y for the inputs x, both in their order; it needs ${body.memory} numbers of stack. */`,
    `static inline void ${name}_predict(const ${type} *x, ${type} *y) {`,
    ...(body.memory > 0 ? [`  ${type} m[${body.memory}];`] : []),
    ...calls.map(indented),
    ...['x', 'y'].filter((array) => !uses.has(array)).map((array) => `  (void)${array};`),
    '}',
    '',
    ...nameLines(program, name),
    ...selfTestLines(tests, bound, { name, type, program }),
  ]);
}

/** Names are strings: never code, never a comment. */
function nameLines({ fields, structure }: Program, name: string): readonly string[] {
  const lookup = (what: string, type: string, values: readonly (string | number)[]): string[] =>
    values.length === 0
      ? []
      : [
          `static inline ${type}${name}_${what}(int i) {`,
          `  static ${type}const values[] = {${values.join(', ')}};`,
          '  return values[i];',
          '}',
          '',
        ];
  const names = (what: string, list: readonly string[]): string[] =>
    lookup(`${what}_name`, 'const char *', list.map(cString));
  return [
    '/* What the inputs are called and how many numbers each has, and what the outputs are called. */',
    ...names(
      'input',
      fields.map((field) => field.name),
    ),
    ...lookup(
      'input_size',
      'int ',
      fields.map(({ size }) => size ?? 1),
    ),
    ...names(
      'output',
      outputPaths(structure).map((path) => path.join('.')),
    ),
  ];
}
