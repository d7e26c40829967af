import { lower, type Outputs, type Program } from '@chainrule/core';
import { aboutLines } from '../about.ts';
import { bodyOf } from '../code/body.ts';
import { routinesOf } from '../code/routines.ts';
import { library } from '../elementary/library.ts';
import { shapeText } from '../structure.ts';
import { testVectors, type VectorOptions } from '../testVectors.ts';
import { indented } from '../text.ts';
import { pythonLanguage } from './language.ts';
import { pythonPrelude } from './prelude.ts';
import { pythonString } from './pythonString.ts';
import { selfTestLines } from './selfTest.ts';

/** Options of `toPython`. */
export interface PythonOptions {
  /** The rows that the module checks itself with. */
  readonly vectors?: VectorOptions | undefined;
}

const bodyRule = { target: 'toPython', largest: 4000, longest: 100_000, straightUpTo: 10_000 };

/**
 * A network as a Python module that needs the standard library alone: `predict(row)` takes a dict of numbers and gives the structure
 * of the outputs in lists and dicts, `predict_list(x)` numbers by position, `self_test()` the largest error over the module's own
 * test vectors. Run as a script it checks itself.
 * @throws ExportError if an option makes no sense.
 * @example writeFileSync('celsius.py', toPython({ celsius }));
 */
export function toPython(outputs: Outputs, { vectors }: PythonOptions = {}): string {
  const language = pythonLanguage();
  const program = lower(outputs);
  const tests = testVectors(program, vectors);
  const body = bodyOf(program, language, bodyRule);
  const { definitions, calls } = routinesOf(body.routines, language);
  return [
    ...aboutLines(program, 'A network as a Python module', 0, tests.rows.length).map(language.comment),
    'import math',
    '',
    '',
    ...library(definitions, language, pythonPrelude(language)),
    '',
    '',
    ...body.tables,
    ...definitions,
    '# What the inputs are called, and how many numbers each has: None for a number that is not in a list.',
    `INPUTS = [${program.fields.map(({ name, size }) => `(${pythonString(name)}, ${size ?? 'None'})`).join(', ')}]`,
    '',
    '',
    `# The outputs for ${program.slots} numbers x in the order of the inputs.`,
    'def predict_list(x):',
    `  y = [0.0] * ${program.outputs.length}`,
    `  m = [0.0] * ${body.memory}`,
    ...calls.map(indented),
    '  return y',
    '',
    '',
    '# The outputs for a row: a dict with a number, or a list of numbers, for each input.',
    'def predict(row):',
    '  x = []',
    ...program.fields.flatMap(fieldLines),
    '  y = predict_list(x)',
    `  return ${shapeText(outputs, { output: (i) => `y[${i}]`, slice, array, record })}`,
    '',
    '',
    ...selfTestLines(tests, program),
  ].join('\n');
}

function fieldLines({ name, size }: Program['fields'][number]): readonly string[] {
  const value = `row[${pythonString(name)}]`;
  if (size === undefined) return [`  x.append(float(${value}))`];
  return [
    `  if len(${value}) != ${size}: raise ValueError("input " + ${pythonString(name)} + " needs ${size} numbers")`,
    `  x.extend(map(float, ${value}))`,
  ];
}

const slice = (from: number, to: number): string => `y[${from}:${to}]`;

const array = (items: readonly string[]): string => `[${items.join(', ')}]`;

const record = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries.map(([key, text]) => `${pythonString(key)}: ${text}`).join(', ')}}`;
