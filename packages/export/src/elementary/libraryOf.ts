import type { Language } from '../code/language.ts';
import type { Functions, Prelude } from './prelude.ts';
import { printFunction, withCallees } from './print.ts';

/** Those of some functions that code calls, and what they are made of: each after what it calls. */
export function libraryOf(
  functions: Functions,
  lines: readonly string[],
  language: Language,
  prelude: Prelude,
): readonly string[] {
  const text = lines.join('\n');
  const isCalled = (name: string): boolean => new RegExp(`(?<![\\w.])${language.own(name)}\\(`).test(text);
  const names = [...Object.keys(functions), ...Object.keys(prelude)].filter(isCalled);
  return withCallees(names, functions, prelude).flatMap((name) => {
    const own = prelude[name];
    if (own !== undefined) return own();
    return Object.hasOwn(functions, name) ? printFunction(name, functions, language) : [];
  });
}
