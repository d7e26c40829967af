import type { PrimitiveName, Program } from '@chainrule/core';

/** The expression of a primitive: its arguments bind tighter than any operator. */
type Spelling = (args: readonly string[], name: PrimitiveName) => string;

const infix =
  (symbol: string): Spelling =>
  (args) =>
    args.join(symbol);

/** Exact, and the same everywhere. */
const math: Spelling = (args, name) => `Math.${name}(${args})`;

/** How primitives are written in JavaScript, with the bits of their definitions. */
const spellings: { readonly [name in PrimitiveName]?: Spelling } = {
  add: /* @__PURE__ */ infix('+'),
  subtract: /* @__PURE__ */ infix('-'),
  multiply: /* @__PURE__ */ infix('*'),
  divide: /* @__PURE__ */ infix('/'),
  negate: ([x]) => `-${x}`,
  sqrt: math,
  abs: math,
  floor: math,
  max: math,
  min: math,
  less: ([a, b]) => `${a}<${b}?1:0`,
  select: ([condition, a, b]) => `${condition}!==0?${a}:${b}`,
  // of a single sample; over more of them it is not an expression
  sumBatch: ([x]) => `0+${x}`,
};

/** An operation as an expression; the others call what core defines, as `scopeOf` names it: Math.exp differs between machines. */
export const spelled: Spelling = (args, name) => spellings[name]?.(args, name) ?? `${name}(${args})`;

/** The functions that the expressions of a program call. */
export function scopeOf({ primitives }: Program): Record<string, unknown> {
  return Object.fromEntries(
    primitives.filter(({ name }) => !(name in spellings)).map(({ name, value }) => [name, value]),
  );
}

/** A number as an operand that reads back to the same bits. */
export const literal = (value: number): string =>
  Object.is(value, -0) ? '(-0)' : value < 0 ? `(${value})` : `${value}`;
