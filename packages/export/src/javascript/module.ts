import { lower, type Outputs, type Program } from '@chainrule/core';
import { aboutLines } from '../about.ts';
import { bodyOf } from '../code/body.ts';
import type { Kind } from '../code/language.ts';
import { routinesOf } from '../code/routines.ts';
import { library } from '../elementary/library.ts';
import { shortest } from '../numbers.ts';
import { quoted } from '../quoted.ts';
import { boundedVectors, type Inexact } from '../sensitivity.ts';
import { shapeText } from '../structure.ts';
import { type TestVectors, testVectors, type VectorOptions } from '../testVectors.ts';
import { indented } from '../text.ts';
import { javascriptLanguage } from './language.ts';
import { javascriptPrelude } from './prelude.ts';

/** Options of `toJavaScript` and `toTypeScript`. */
export interface JavaScriptOptions {
  /**
   * The elementary functions: `'bundled'` (default) prints those that the network needs, which give the bits of the interpreter
   * everywhere; `'Math'` calls those of the machine, shorter and at most 10⁻¹⁵ off.
   */
  readonly functions?: 'bundled' | 'Math';
  /** The rows that the module checks itself with. */
  readonly vectors?: VectorOptions | undefined;
}

/** What JavaScript and TypeScript differ in. */
export interface Dialect {
  /** The function that was called. */
  readonly target: string;
  readonly artefact: string;
  /** What stands above all code. */
  readonly first: readonly string[];
  /** The types of what a routine takes and gives; none in JavaScript. */
  readonly types: Readonly<Record<Kind | 'nothing', string>> | undefined;
  /** A type after a name, where there are types. */
  typed(type: string): string;
  /** The types of a row, and of what the module gives for it. */
  row(program: Program): string;
  result(outputs: Outputs): string;
}

/** Of the machine's functions each may be an ulp off. */
const machine: Inexact = { unit: 2 ** -52, bound: 1e-15 };

/** Longer functions are not optimised by JavaScript engines. */
const bodyRule = { largest: 800, longest: 30_000, straightUpTo: 1000 };

/** A network as a module. */
export function moduleText(
  outputs: Outputs,
  { functions = 'bundled', vectors }: JavaScriptOptions,
  { target, artefact, first, types, typed, row, result }: Dialect,
): string {
  const program = lower(outputs);
  const inexact = functions === 'Math' ? machine : undefined;
  const { tests, bound } = boundedVectors(program, testVectors(program, vectors), inexact);
  const language = javascriptLanguage(types, functions);
  const body = bodyOf(program, language, { ...bodyRule, target });
  const { definitions, calls } = routinesOf(body.routines, language);
  return [
    ...first,
    ...aboutLines(program, artefact, bound, tests.rows.length).map(language.comment),
    '',
    ...library(definitions, language, javascriptPrelude(language)),
    '',
    ...body.tables,
    ...definitions,
    `const m = new Float64Array(${body.memory});`,
    `const slots = new Float64Array(${program.slots});`,
    `const results = new Float64Array(${program.outputs.length});`,
    '',
    '/** The inputs in order; one with a size is an array of so many numbers. */',
    `export const inputs${typed('readonly { readonly name: string; readonly size?: number }[]')} = [`,
    ...program.fields.map(
      ({ name, size }) => `  { name: ${quoted(name)}${size === undefined ? '' : `, size: ${size}`} },`,
    ),
    '];',
    '',
    `/** The values for ${program.slots} numbers x in the order of the inputs, written to ${program.outputs.length} numbers y. */`,
    `export function predictInto(x${typed('ArrayLike<number>')}, y${typed('Float64Array | number[]')})${typed('void')} {`,
    ...calls.map(indented),
    '}',
    '',
    '/** The values for a row: a number, or an array of numbers, for each input by its name. */',
    `export function predict(row${typed(row(program))})${typed(result(outputs))} {`,
    ...program.fields.map(({ name, size, slot }) =>
      size === undefined
        ? `  slots[${slot}] = numberOf(row[${quoted(name)}], ${quoted(name)});`
        : `  readInto(${slot}, ${size}, row[${quoted(name)}], ${quoted(name)});`,
    ),
    '  predictInto(slots, results);',
    `  return ${shapeText(outputs, { output: (i) => `results[${i}]`, slice, array, record })};`,
    '}',
    '',
    `function numberOf(value${typed('unknown')}, name${typed('string')})${typed('number')} {`,
    "  if (typeof value === 'number') return value;",
    `  throw new TypeError('Input ' + JSON.stringify(name) + ' must be a number, not ' + (value === null ? 'null' : typeof value) + '.');`,
    '}',
    ...readerOf(program, typed),
    '',
    ...selfTestLines(tests, bound, typed),
  ].join('\n');
}

const slice = (from: number, to: number): string => `Array.from(results.subarray(${from}, ${to}))`;

const array = (items: readonly string[]): string => `[${items.join(', ')}]`;

/** `__proto__: …` would be the prototype of the record, and `['__proto__']: …` is a member. */
const record = (entries: readonly (readonly [string, string])[]): string =>
  `{ ${entries.map(([key, text]) => `${key === '__proto__' ? `[${quoted(key)}]` : quoted(key)}: ${text}`).join(', ')} }`;

function readerOf({ fields }: Program, typed: Dialect['typed']): readonly string[] {
  if (fields.every(({ size }) => size === undefined)) return [];
  return [
    '',
    `function readInto(from${typed('number')}, size${typed('number')}, values${typed('ArrayLike<number>')}, name${typed('string')})${typed('void')} {`,
    `  if (values?.length !== size) throw new TypeError('Input ' + JSON.stringify(name) + ' must be an array of ' + size + ' numbers.');`,
    '  for (let i = 0; i < size; i++) slots[from + i] = numberOf(values[i], name);',
    '}',
  ];
}

/** A list, or one number that stands for all of it. */
const listText = (list: Float64Array): string =>
  list.every((value) => Object.is(value, list[0])) && list.length > 0
    ? shortest(list[0] as number)
    : `[${Array.from(list, shortest).join()}]`;

function selfTestLines({ rows, values }: TestVectors, bound: number, typed: Dialect['typed']): readonly string[] {
  if (rows.length === 0) return [];
  return [
    '/** What `selfTest` gives at most. */',
    `export const bound = ${bound};`,
    '',
    '// a number alone stands for a list of it',
    `const testRows${typed('(number | number[])[]')} = [`,
    ...rows.map((row) => `  ${listText(row)},`),
    '];',
    `const testValues${typed('(number | number[])[]')} = [`,
    ...values.map((list) => `  ${listText(list)},`),
    '];',
    '',
    '/** The largest error over the test vectors: |found - expected| / max(1, |expected|), 0 for NaN where NaN is expected. */',
    `export function selfTest()${typed('number')} {`,
    '  let largest = 0;',
    '  testRows.forEach((row, t) => {',
    "    if (typeof row === 'number') slots.fill(row);",
    '    else slots.set(row);',
    '    predictInto(slots, results);',
    '    const values = testValues[t];',
    '    results.forEach((found, i) => {',
    "      const expected = typeof values === 'number' ? values : values[i];",
    '      if (found === expected || (found !== found && expected !== expected)) return;',
    '      const error = Math.abs(found - expected) / Math.max(1, Math.abs(expected));',
    '      if (!(error <= largest)) largest = error < Infinity ? error : Infinity;',
    '    });',
    '  });',
    '  return largest;',
    '}',
    '',
  ];
}
