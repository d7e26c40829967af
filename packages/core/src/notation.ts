import type { Op } from './op.ts';

/** How tightly a piece of a formula binds; the order is JavaScript's, so that a formula can be read by its parser. */
export const precedence = { conditional: 1, comparison: 2, sum: 3, product: 4, sign: 5, power: 6, call: 7 } as const;

export type Precedence = keyof typeof precedence;

/** How a formula spells an op that is not a call: plain data, so that it can be saved with a model. */
export type Notation =
  | { readonly form: 'infix'; readonly symbol: string; readonly precedence: Precedence }
  | { readonly form: 'prefix'; readonly symbol: string; readonly precedence: Precedence }
  | { readonly form: 'suffix'; readonly symbol: string; readonly precedence: Precedence }
  | { readonly form: 'conditional' };

/** The notation of an op, if it says how to write so many arguments. */
export function notationFor({ notation }: Pick<Op, 'notation'>, count: number): Notation | undefined {
  if (notation === undefined) return undefined;
  const fits = notation.form === 'infix' ? count > 1 : count === (notation.form === 'conditional' ? 3 : 1);
  return fits ? notation : undefined;
}
