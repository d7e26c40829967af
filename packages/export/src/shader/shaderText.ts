import { lower, type Outputs, type Program } from '@chainrule/core';
import { aboutLines } from '../about.ts';
import { straight } from '../code/straight.ts';
import { libraryOf } from '../elementary/libraryOf.ts';
import { checkSize, ExportError } from '../errors.ts';
import { quoted } from '../quoted.ts';
import { type Inexact, tellingVectors } from '../sensitivity.ts';
import { stepRule, stepsOf } from '../steps.ts';
import { termsOf } from '../terms.ts';
import type { TestVectors, VectorOptions } from '../testVectors.ts';
import { indented } from '../text.ts';
import type { Dialect } from './dialect.ts';
import { functions } from './functions.ts';

/** Options of `toWgsl` and `toGlsl`. */
export interface ShaderOptions {
  /** What all names of the text begin with: letters, digits and single `_`. Default `'model'`. */
  readonly name?: string;
  /** The rows that the text can check itself with. */
  readonly vectors?: VectorOptions | undefined;
}

/** A shader of 45,000 characters has been seen to give zeros, and no error; Chromium 156 takes 110,000. */
const longest = 30_000;

/** WGSL takes so many parameters. */
const mostInputs = 255;

/** Devices divide within 2.5 ulp, and may fuse or leave out roundings. */
const inexact = (): Inexact => ({ unit: 2 ** -21, bound: 1e-5, rounded: Math.fround });

/** A network as a function of a shading language, with what it calls. */
export function shaderText(
  outputs: Outputs,
  { name = 'model', vectors }: ShaderOptions,
  target: string,
  dialectOf: (prefix: string) => Dialect,
): string {
  if (!/^[a-z]([a-z0-9]|_(?!_|$))*$/i.test(name) || name.startsWith('gl_'))
    throw new ExportError(
      `${target}: the name must be letters, digits and single _, beginning with a letter, not ${quoted(name)}. Example: { name: 'model' }.`,
    );
  const program = lower(outputs);
  checkSize(program.fields.length, {
    target,
    what: 'inputs',
    limit: mostInputs,
    wayOut: "Make one input of many numbers: inputs('x', 300).",
  });
  const language = dialectOf(name);
  const predict = predictLines(program, language);
  limited(predict, target); // before what takes long
  const limits = { extremes: [0, Number.NaN, 1e4, -1e4], rounded: Math.fround };
  const { tests: all, bound } = tellingVectors(program, vectors, limits, inexact());
  const tests = promised(all);
  const code = [...predict, ...selfTestLines(program, tests, bound, language)];
  const lines = [
    ...aboutLines(program, language.artefact, bound, tests.rows.length).map(language.comment),
    ...language.first,
    ...libraryOf(functions, code, language, language.prelude),
    ...code,
    '',
  ];
  return limited(lines, target, ' Fewer test vectors make a shader shorter.');
}

/** Lines as a text, if that is not too long for a shader. */
function limited(lines: readonly string[], target: string, hint = ''): string {
  const text = lines.join('\n');
  const wayOut = `toOnnx runs on graphics cards too, in a runtime.${hint}`;
  checkSize(text.length, { target, what: 'characters as a shader', limit: longest, wayOut });
  return text;
}

/** Vectors without those that give no number for numbers: a shader's compiler may take x · x / x for x, where 0 gives NaN. */
function promised({ rows, values, typical }: TestVectors): TestVectors {
  const isPromised = (_: unknown, t: number): boolean =>
    rows[t]?.some(Number.isNaN) === true || values[t]?.every(Number.isFinite) === true;
  return { rows: rows.filter(isPromised), values: values.filter(isPromised), typical };
}

/** The number of outputs, if there is not one alone. */
const sizeOf = ({ outputs }: Program): number | undefined => (outputs.length === 1 ? undefined : outputs.length);

function predictLines(program: Program, language: Dialect): readonly string[] {
  const { fields } = program;
  const inputs = fields.flatMap(({ size }, k) =>
    size === undefined ? [`x${k}`] : Array.from({ length: size }, (_, i) => `x${k}[${i}]`),
  );
  const size = sizeOf(program);
  let names = 0;
  const { pieces } = straight(stepsOf(termsOf(program), stepRule), language, {
    input: (slot) => inputs[slot] as string,
    output: (i) => (size === undefined ? 'y' : `y[${i}]`),
    memory: String,
    fresh: (prefix) => `${prefix}${names++}`,
    largest: Number.POSITIVE_INFINITY,
  });
  const parameters = fields.map((field, k) => language.typed(`x${k}`, field.size));
  return [
    language.comment('The inputs in order, to the outputs in order.'),
    `${language.head(language.own('predict'), parameters, size)} {`,
    `  ${language.declare}${language.typed('y', size)};`,
    ...pieces.flat().map(indented),
    '  return y;',
    '}',
  ];
}

/** Runs the network on its test vectors, one after the other. */
function selfTestLines(
  program: Program,
  { rows, values }: TestVectors,
  bound: number,
  language: Dialect,
): readonly string[] {
  if (rows.length === 0) return [];
  const { fields, slots } = program;
  const { own, number } = language;
  const size = sizeOf(program);
  const [errorOf, count] = [own('errorOf'), values[0]?.length as number];
  const value = (numbers: string, per: number, i: number): string => `${numbers}[t * ${per} + ${i}]`;
  const names = fields.map((_, k) => `x${k}`);
  const result = size === undefined ? 'y' : 'y[i]';
  const compare = `largest = max(largest, ${errorOf}(${result}, ${size === undefined ? 'values[t]' : `values[t * ${count} + i]`}));`;
  return [
    '',
    language.comment(`What ${own('self_test')} gives at most.`),
    language.global(own('bound'), number(bound)),
    '',
    language.comment('The largest error over the test vectors: |found - expected| / max(1, |expected|).'),
    `${language.head(own('self_test'), [], undefined)} {`,
    ...(slots === 0
      ? []
      : [
          `  ${language.table(
            'rows',
            rows.flatMap((row) => [...row]),
            'numbers',
          )}`,
        ]),
    `  ${language.table(
      'values',
      values.flatMap((list) => [...list]),
      'numbers',
    )}`,
    `  ${language.variable('largest', '0.0')};`,
    `  ${language.loop('t', 0, String(rows.length))} {`,
    ...fields.flatMap(({ size: many, slot }, k) => [
      `    ${language.declare}${language.typed(`x${k}`, many)}${many === undefined ? ` = ${value('rows', slots, slot)}` : ''};`,
      ...(many === undefined
        ? []
        : [`    ${language.loop('i', 0, String(many))} { x${k}[i] = rows[t * ${slots} + ${slot} + i]; }`]),
    ]),
    `    ${language.declare}${language.typed('y', size)} = ${own('predict')}(${names.join(', ')});`,
    size === undefined ? `    ${compare}` : `    ${language.loop('i', 0, String(count))} { ${compare} }`,
    '  }',
    '  return largest;',
    '}',
  ];
}
