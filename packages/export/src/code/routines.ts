import type { Body } from './body.ts';
import { definition } from './definition.ts';
import type { Kind, Language } from './language.ts';

/** The routines of a network as definitions, and the calls that run them one after the other. */
export interface Routines {
  readonly definitions: readonly string[];
  readonly calls: readonly string[];
  /** The arrays that one of them uses. */
  readonly uses: ReadonlySet<string>;
}

/** The row, the memory and the results of a network. */
export const rowParameters: readonly (readonly [name: string, kind: Kind])[] = [
  ['x', 'numbers'],
  ['m', 'result'],
  ['y', 'result'],
];

/** Prints routines, each with those of the arrays that it uses. */
export function routinesOf(
  routines: Body['routines'],
  language: Language,
  arrays: readonly (readonly [name: string, kind: Kind])[] = rowParameters,
  prefix = 'part',
): Routines {
  const parts = routines
    .filter((lines) => lines.length > 0)
    .map((lines, i) => {
      const text = lines.join('\n');
      const parameters = arrays.filter(([name, kind]) =>
        new RegExp(`\\b${name}${kind === 'number' ? '\\b' : '\\['}`).test(text),
      );
      return { name: language.own(`${prefix}${i}`), lines, parameters };
    });
  return {
    definitions: parts.flatMap(({ name, lines, parameters }) => [
      ...definition(language, name, parameters, 'nothing', lines),
      ...(language.close === undefined ? ['', ''] : ['']),
    ]),
    calls: parts.map(
      ({ name, parameters }) => `${name}(${parameters.map(([each]) => each).join(', ')})${language.end}`,
    ),
    uses: new Set(parts.flatMap(({ parameters }) => parameters.map(([each]) => each))),
  };
}
