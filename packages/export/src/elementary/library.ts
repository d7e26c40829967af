import type { Language } from '../code/language.ts';
import { functions } from './functions.ts';
import { printFunction, withCallees } from './print.ts';

/** Functions that a language writes itself, because they look at the bits of a number or because it lacks them. */
export type Prelude = Readonly<Record<string, () => readonly string[]>>;

/** The elementary functions that code calls, and what they are made of: each after what it calls. */
export function library(lines: readonly string[], language: Language, prelude: Prelude): readonly string[] {
  const text = lines.join('\n');
  const isCalled = (name: string): boolean => new RegExp(`(?<![\\w.])${language.own(name)}\\(`).test(text);
  const names = [...Object.keys(functions), ...Object.keys(prelude)].filter(isCalled);
  return withCallees(names, prelude).flatMap((name) => {
    const own = prelude[name];
    if (own !== undefined) return own();
    return Object.hasOwn(functions, name) ? printFunction(name, language) : [];
  });
}
