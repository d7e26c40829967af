import type { PrimitiveName, Program } from '@chainrule/core';

/** The expression of a primitive: its arguments bind tighter than any operator; a list has two or more. */
type Spelling = (args: readonly string[], name: PrimitiveName) => string;

const infix =
  (symbol: string): Spelling =>
  (args) =>
    args.join(symbol);

/** What core defines, as `scopeOf` names it: Math.exp and the like differ between machines. */
const call: Spelling = (args, name) => `${name}(${args})`;

/** Exact, and the same everywhere. */
const math: Spelling = (args, name) => `Math.${name}(${args})`;

/** How each primitive is written in JavaScript, with the bits of its definition. */
export const spelling: Readonly<Record<PrimitiveName, Spelling>> = {
  add: /* @__PURE__ */ infix('+'),
  subtract: /* @__PURE__ */ infix('-'),
  multiply: /* @__PURE__ */ infix('*'),
  divide: /* @__PURE__ */ infix('/'),
  negate: ([x]) => `-${x}`,
  power: call,
  sqrt: math,
  exp: call,
  expm1: call,
  log: call,
  log1p: call,
  sin: call,
  cos: call,
  tan: call,
  atan2: call,
  tanh: call,
  erf: call,
  abs: math,
  floor: math,
  max: math,
  min: math,
  less: ([a, b]) => `${a}<${b}?1:0`,
  select: ([condition, a, b]) => `${condition}!==0?${a}:${b}`,
  // of a single sample; over more of them it is not an expression
  sumBatch: ([x]) => `0+${x}`,
};

/** The functions that the expressions of a program call. */
export function scopeOf({ primitives }: Program): Record<string, unknown> {
  return Object.fromEntries(
    primitives.filter(({ name }) => spelling[name] === call).map(({ name, value }) => [name, value]),
  );
}

/** A number as an operand that reads back to the same bits. */
export const literal = (value: number): string =>
  Object.is(value, -0) ? '(-0)' : value < 0 ? `(${value})` : `${value}`;
