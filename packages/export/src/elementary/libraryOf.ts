import type { Language } from '../code/language.ts';
import type { Functions, Prelude } from './prelude.ts';
import { printFunction } from './print.ts';

/** Those of some functions that code calls, and what they are made of: each after what it calls. */
export function libraryOf(
  functions: Functions,
  lines: readonly string[],
  language: Language,
  prelude: Prelude,
): readonly string[] {
  const found = new Set<string>();
  const library: string[] = [];
  const visit = (text: string): void => {
    for (const name of [...Object.keys(functions), ...Object.keys(prelude)]) {
      if (found.has(name) || !new RegExp(`(?<![\\w.])${language.own(name)}\\(`).test(text)) continue;
      found.add(name);
      const its = prelude[name]?.() ?? printFunction(name, functions, language);
      visit(its.join('\n'));
      library.push(...its);
    }
  };
  visit(lines.join('\n'));
  return library;
}
