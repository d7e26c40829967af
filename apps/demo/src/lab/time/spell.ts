import type { Op } from '@chainrule/core';

/** How many arguments of a long list are written out, before and after `…`. */
const shown = { first: 3, last: 1 };

/** Writes an operation on what its arguments are written as: `a + b`, `tanh(z)`, `a / b`. */
export function spell({ notation, name }: Pick<Op, 'notation' | 'name'>, args: readonly string[]): string {
  const list = shortened(args);
  if (notation?.form === 'infix' && args.length > 1)
    return list.map((arg) => bracketed(arg)).join(` ${symbolOf(notation.symbol)} `);
  if (notation?.form === 'infix') return args[0] as string;
  if (notation?.form === 'prefix') return `${symbolOf(notation.symbol)}${bracketed(args[0] as string)}`;
  if (notation?.form === 'suffix') return `${bracketed(args[0] as string)}${symbolOf(notation.symbol)}`;
  if (notation?.form === 'conditional') return `${args[0]} ? ${args[1]} : ${args[2]}`;
  return `${name}(${list.join(', ')})`;
}

const symbolOf = (symbol: string): string =>
  ({ '*': '·', '-': '−', '**': '^', '** 2': '²', '** 3': '³', '==': '=', '!=': '≠', '>=': '≥', '<=': '≤' })[
    symbol.trim()
  ] ?? symbol.trim();

/** The first and the last of many, and how many stand between. */
export function shortened(list: readonly string[]): readonly string[] {
  const left = list.length - shown.first - shown.last;
  if (left < 2) return list;
  return [...list.slice(0, shown.first), `… ${left} more …`, ...list.slice(-shown.last)];
}

/** In brackets what begins with a sign, or is a sum. */
export const bracketed = (text: string): string =>
  /^−/.test(text) || / [+−] /.test(text.replace(/\([^()]*\)/g, '')) ? `(${text})` : text;
