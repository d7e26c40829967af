import {
  atanCoefficients,
  cosineCoefficients,
  erfCoefficients,
  erfcCoefficients,
  expCoefficients,
  ln2High,
  ln2Low,
  logCoefficients,
  powerCoefficients,
  sineCoefficients,
} from '@chainrule/core/coefficients';
import { type Code, code, type Language } from '../code/language.ts';
import { functions } from './functions.ts';
import type { Prelude } from './library.ts';

const tables: Readonly<Record<string, readonly number[]>> = {
  atan: atanCoefficients,
  cosine: cosineCoefficients,
  erf: erfCoefficients,
  erfc: erfcCoefficients,
  exp: expCoefficients,
  log: logCoefficients,
  power: powerCoefficients,
  sine: sineCoefficients,
};

const constants: Readonly<Record<string, number>> = {
  ln2High,
  ln2Low,
  infinity: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
};

/** The functions that are wanted and those that they call, each after what it calls; a `prelude` may write its own. */
export function withCallees(wanted: Iterable<string>, prelude: Prelude): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    const text = prelude[name]?.().join('\n') ?? functions[name] ?? '';
    for (const [, callee] of text.matchAll(/(?<![.\w])_?(\w+)\(/g)) if (callee !== name) visit(callee as string);
    found.add(name);
  };
  for (const name of wanted) visit(name);
  return [...found];
}

/** A function of `functions` in a language. */
export function printFunction(name: string, language: Language): readonly string[] {
  const [head, ...body] = (functions[name] as string).split('\n');
  const parameters = (head as string).slice(1, -1).split(', ');
  const out = code(language);
  const assigned = body.flatMap((line) => {
    const [, to, isPolynomial] = /^ *(\w+) = (polynomial)?/.exec(line) ?? [];
    return to === undefined ? [] : isPolynomial ? [to, 'square'] : [to];
  });
  const kinds = parameters.map((parameter) => [parameter, 'number'] as const);
  out.block(language.routine(language.own(name), kinds, 'number'), () => {
    const variables = language.variables([...new Set(assigned)].filter((each) => !parameters.includes(each)));
    if (variables !== undefined) out.statement(variables);
    printLines(body, 0, 0, out, language);
  });
  return out.lines;
}

/** Prints lines from `from` on as long as they are indented by `depth`; returns where it stopped. */
function printLines(lines: readonly string[], from: number, depth: number, out: Code, language: Language): number {
  let i = from;
  while (i < lines.length) {
    const line = lines[i] as string;
    const text = line.trimStart();
    if (line.length - text.length < depth) break;
    i++;
    const [, keyword, condition, value] = /^(if|while) (.*?)(?: return (.*))?$/.exec(text) ?? [];
    if (keyword !== undefined) {
      const head = `${keyword} ${language.condition(translated(condition as string, language))}`;
      if (value !== undefined)
        out.statement(`${head}${language.close === undefined ? ':' : ''} return ${expression(value, language)}`);
      else
        out.block(head, () => {
          i = printLines(lines, i, depth + 2, out, language);
        });
    } else if (text.startsWith('return ')) out.statement(`return ${expression(text.slice(7), language)}`);
    else {
      const [name, value] = text.split(' = ') as [string, string];
      const [, table, x] = /^polynomial\((\w+), (\w+)\)$/.exec(value) ?? [];
      if (table !== undefined) out.statement(`square = ${x} * ${x}`);
      const it = table === undefined ? expression(value, language) : polynomial(table, x as string, language);
      out.statement(`${name} = ${it}`);
    }
  }
  return i;
}

/** Two interleaved Horner chains in x², as core's `polynomial` runs them. */
function polynomial(table: string, x: string, { number }: Language): string {
  const coefficients = tables[table] as readonly number[];
  const chain = (from: number): string => {
    let text = '';
    for (let i = from; i < coefficients.length; i += 2) {
      const next = coefficients[i] as number;
      // a leading 0 pads, and 0 · square is 0
      if (text === '') text = next === 0 ? '' : number(next);
      else text = `(${text} * square + ${number(next)})`;
    }
    return text;
  };
  return `${chain(0)} * ${x} + ${chain(1)}`;
}

function expression(text: string, language: Language): string {
  const [, condition, a, b] = /^(.*) \? (.*) : (.*)$/.exec(text) ?? [];
  if (condition === undefined) return translated(text, language);
  return language.choose(
    ...([condition, a, b].map((part) => translated(part as string, language)) as [string, string, string]),
  );
}

/** Calls, numbers, constants and comparisons as the language writes them. */
function translated(text: string, { number, own, native, equal, unequal }: Language): string {
  return text
    .replaceAll(/\b(\w+)\(/g, (_, name: string) => `${native[name] ?? own(name)}(`)
    .replaceAll(' == ', ` ${equal} `)
    .replaceAll(' != ', ` ${unequal} `)
    .replaceAll(/\b[a-zA-Z]\w*\b(?![(.])/g, (word) =>
      Object.hasOwn(constants, word) ? number(constants[word] as number) : word,
    )
    .replaceAll(/(?<![\w.])\d[\d.]*(e-?\d+)?/g, (digits) => number(Number(digits)));
}
