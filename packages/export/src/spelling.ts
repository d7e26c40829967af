import type { PrimitiveName } from '@chainrule/core';
import type { Steps } from './steps.ts';
import type { Term } from './terms.ts';

/** An operation as an expression. Its arguments are words, calls or in parentheses: they bind tighter than any operator. */
export type Spelled = (args: readonly string[]) => string;

/** How a language writes values: the whole of what a target must say about operations. A missing primitive does not compile. */
export interface Spelling {
  /** A number, in parentheses if it begins with a sign. */
  readonly number: (value: number) => string;
  /** Number `slot` of the row. */
  readonly input: (slot: number) => string;
  readonly primitives: Readonly<Record<PrimitiveName, Spelled>>;
  /** Another spelling for one term, where the language needs more care than for others of its primitive. */
  readonly special?: (id: number) => Spelled | undefined;
}

/** An operator between the arguments of a list, from left to right. */
export const infix =
  (symbol: string): Spelled =>
  (args) =>
    args.join(` ${symbol} `);

/** A function of all arguments. */
export const call =
  (name: string): Spelled =>
  (args) =>
    `${name}(${args.map(bare).join(', ')})`;

/** A function of two that is folded over a list from left to right. */
export const foldedCall =
  (name: string): Spelled =>
  (args) =>
    args.reduce((a, b) => `${name}(${bare(a)}, ${bare(b)})`);

/** An argument without the parentheses around all of it, which a comma does not need. */
export function bare(text: string): string {
  if (!text.startsWith('(')) return text;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i === text.length - 1 ? text.slice(1, -1) : text;
  }
  return text;
}

/** The texts of steps. */
export interface Texts {
  /** A term where it is used: its name, its number, or its expression in parentheses. */
  operand(id: number): string;
  /** What a named term is. */
  expression(id: number): string;
}

/** Spells steps; `name` says what a named term is called where it is used. */
export function textsOf({ terms, named }: Steps, spelling: Spelling, name: (id: number) => string): Texts {
  const isNamed = new Set(named);
  const expression = (id: number): string => {
    const term = terms[id] as Term;
    if (term.kind === 'number') return spelling.number(term.value);
    if (term.kind === 'input') return spelling.input(term.slot);
    if (term.kind === 'place') return term.text;
    const spelled = spelling.special?.(id) ?? spelling.primitives[term.primitive];
    return spelled(term.args.map(operand));
  };
  const operand = (id: number): string => {
    if (isNamed.has(id)) return name(id);
    const text = expression(id);
    return terms[id]?.kind !== 'operation' || isCall.test(text) ? text : `(${text})`;
  };
  return { operand, expression };
}

/** One call whose arguments hold no parentheses: it needs none around it. */
const isCall = /^[\w.]+\([^()]*\)$/;
