import type { Program } from '@chainrule/core';
import { stepRule, stepsOf } from '../steps.ts';
import { termsOf } from '../terms.ts';
import type { Language } from './language.ts';
import { straight } from './straight.ts';

/** A network as code: the statements of its routines, which share the row `x`, the memory `m` and the results `y`. */
export interface Body {
  readonly tables: readonly string[];
  readonly routines: readonly (readonly string[])[];
  /** Numbers in `m`. */
  readonly memory: number;
}

/** How large things may become in a language. */
export interface BodyRule {
  /** Operands in one routine, at most. */
  readonly largest: number;
  /** Operations of a network that is printed without loops. */
  readonly straightUpTo: number;
}

/** Prints a network for one row: small ones straight, larger ones as loops over the blocks that are found in them. */
export function bodyOf(program: Program, language: Language, { largest }: BodyRule): Body {
  let names = 0;
  const { pieces, memory } = straight(stepsOf(termsOf(program), stepRule), language, {
    input: (slot) => `x[${slot}]`,
    output: (i) => `y[${i}]`,
    memory: (place) => `m[${place}]`,
    fresh: (prefix) => `${prefix}${names++}`,
    largest,
  });
  return { tables: [], routines: pieces, memory };
}
