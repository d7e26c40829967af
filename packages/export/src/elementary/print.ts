import * as core from '@chainrule/core/coefficients';
import { definition } from '../code/definition.ts';
import type { Language } from '../code/language.ts';
import type { Functions } from './prelude.ts';

const depthOf = (line: string): number => line.search(/\S/);

/** A function in a language. */
export function printFunction(name: string, functions: Functions, language: Language): readonly string[] {
  const { own, variables, condition, choose, open, close, end } = language;
  const [head, ...body] = (functions[name] as string)
    .replaceAll(/^( *).*polynomial\(\w+, (\w+)\)/gm, '$1square = $2 * $2\n$&')
    .split('\n') as [string, ...string[]];
  const parameters = head.slice(1, -1).split(', ');
  const assigned = new Set(body.flatMap((line) => /^ *(\w+) = /.exec(line)?.[1] ?? []));
  const declared = variables([...assigned].filter((each) => !parameters.includes(each)));
  const lines = declared === undefined ? [] : [declared + end];
  body.forEach((line, i) => {
    const [, keyword, test, statement] = /^ *(?:(if|while) (.*?)(?: (?=return )|$))?(.*)/.exec(line) as RegExpExecArray;
    const text = translated(statement as string, language).replace(
      /(return |= )(.*) \? (.*) : (.*)/,
      (_, start: string, ...[a, b, c]: [string, string, string]) => start + choose(a, b, c),
    );
    const before = keyword ? `${keyword} ${condition(translated(test as string, language))}` : '';
    const between = before && text && (close === undefined ? ': ' : ' ');
    const depth = depthOf(line);
    lines.push(''.padEnd(depth) + before + between + (text ? text + end : open));
    if (close !== undefined)
      for (let to = depth; to > Math.max(0, depthOf(body[i + 1] ?? '')); to -= 2) lines.push(''.padEnd(to - 2) + close);
  });
  const kinds = parameters.map((parameter) => [parameter, 'number'] as const);
  return definition(language, own(name), kinds, 'number', lines);
}

/** Calls, numbers, constants, comparisons and polynomials as the language writes them. */
function translated(text: string, { number, own, native, equal, unequal }: Language): string {
  const signs: Readonly<Record<string, string>> = { '==': equal, '!=': unequal };
  const constants: Readonly<Record<string, unknown>> = { ...core, infinity: Number.POSITIVE_INFINITY, nan: Number.NaN };
  return text.replaceAll(
    /polynomial\((\w+), (\w+)\)|([\w.]+)\(|[!=]=|[\w.]+(?:-\d+)?/g,
    (word, table?: string, x?: string, called?: string) => {
      if (table !== undefined) return polynomial(constants[`${table}Coefficients`] as number[], x as string, number);
      if (called !== undefined) return `${native[called] ?? own(called)}(`;
      if (Object.hasOwn(constants, word) || /^\d/.test(word))
        return number((constants[word] ?? Number(word)) as number);
      return signs[word] ?? word;
    },
  );
}

/** Two interleaved Horner chains in x², as core's `polynomial` runs them, without the 0 that pads one: 0 · square is 0. */
function polynomial(coefficients: readonly number[], x: string, number: Language['number']): string {
  const [even, odd] = [0, 1].map((parity) =>
    coefficients
      .filter((value, i) => i % 2 === parity && value !== 0)
      .map(number)
      .reduce((sum, next) => `(${sum} * square + ${next})`),
  );
  return `${even} * ${x} + ${odd}`;
}
