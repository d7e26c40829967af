import { definitions } from '@chainrule/core/definitions';
import type { Language } from '../code/language.ts';
import { libraryOf } from './libraryOf.ts';
import type { Prelude } from './prelude.ts';

/** The elementary functions that code calls, and what they are made of: each after what it calls. */
export const library = (lines: readonly string[], language: Language, prelude: Prelude): readonly string[] =>
  libraryOf(definitions, lines, language, prelude);
