import { indented } from '../text.ts';
import type { Body } from './body.ts';
import type { Kind, Language } from './language.ts';

/** The routines of a network as definitions, and the calls that run them one after the other. */
export interface Routines {
  readonly definitions: readonly string[];
  readonly calls: readonly string[];
  /** Whether one of them reads the row. */
  readonly usesRow: boolean;
}

const kinds: readonly (readonly [name: string, kind: Kind])[] = [
  ['x', 'numbers'],
  ['m', 'result'],
  ['y', 'result'],
];

/** Prints the routines of a network, each with those of the row `x`, the memory `m` and the results `y` that it uses. */
export function routinesOf({ routines }: Body, language: Language): Routines {
  const parts = routines
    .filter((lines) => lines.length > 0)
    .map((lines, i) => {
      const text = lines.join('\n');
      const parameters = kinds.filter(([name]) => new RegExp(`\\b${name}\\[`).test(text));
      return { name: language.own(`part${i}`), lines, parameters };
    });
  return {
    definitions: parts.flatMap(({ name, lines, parameters }) => [
      language.routine(name, parameters, 'nothing') + language.open,
      ...lines.map(indented),
      ...(language.close === undefined ? [''] : [language.close]),
      '',
    ]),
    calls: parts.map(
      ({ name, parameters }) => `${name}(${parameters.map(([each]) => each).join(', ')})${language.end}`,
    ),
    usesRow: parts.some(({ parameters }) => parameters.some(([each]) => each === 'x')),
  };
}
