import { type PrimitiveName, primitives } from '@chainrule/core';

/** What a reader makes of a formula, whatever it is written in. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly op: string; readonly args: readonly Expression[] };

/** Values by name, as `keyOf` writes names, each after those that it uses; and the one output that has none. */
export interface Reading {
  readonly lines: readonly { readonly name: string; readonly value: Expression }[];
  readonly result: Expression | undefined;
}

export const number = (value: number): Expression => ({ kind: 'number', value });
export const name = (text: string): Expression => ({ kind: 'name', name: text });
export const call = (op: string, ...args: readonly Expression[]): Expression => ({ kind: 'call', op, args });

/** Functions beyond the primitives. */
export type Functions = Readonly<Record<string, (args: readonly number[]) => number>>;

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '≤': (a, b) => a <= b,
  '≥': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '≠': (a, b) => a !== b,
};

/** An expression as a function of nothing; `place` says where a name's value will be. */
export function runnable(
  expression: Expression,
  place: (name: string) => () => number,
  functions: Functions,
): () => number {
  if (expression.kind === 'number') return () => expression.value;
  if (expression.kind === 'name') return place(expression.name);
  const args = expression.args.map((arg) => runnable(arg, place, functions));
  const [first, second, third] = args as [() => number, () => number, () => number];
  const compare = comparisons[expression.op];
  if (compare !== undefined) return () => Number(compare(first(), second()));
  if (Object.hasOwn(primitives, expression.op)) {
    const primitive = primitives[expression.op as PrimitiveName];
    const f = primitive.value as (...numbers: number[]) => number;
    if (primitive.arity === undefined) return () => args.slice(1).reduce((sum, arg) => f(sum, arg()), first());
    if (args.length !== primitive.arity) throw new Error(`${expression.op} of ${args.length} arguments.`);
    if (primitive.arity === 1) return () => f(first());
    if (primitive.arity === 2) return () => f(first(), second());
    return () => f(first(), second(), third());
  }
  const f = Object.hasOwn(functions, expression.op) ? functions[expression.op] : undefined;
  if (f === undefined) throw new Error(`A formula has no function ${expression.op}.`);
  return () => f(args.map((arg) => arg()));
}
