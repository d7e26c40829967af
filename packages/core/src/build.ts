import { type Constant, constant, lift, type Node, type NodeLike, operation } from './node.ts';
import type { Op } from './op.ts';
import type { Primitive } from './primitives/primitive.ts';

/** Whether an op is one of the closed set. */
export const isPrimitive = (op: Op): op is Primitive => op.primitive !== undefined;

/** The value of a primitive for given arguments: `primitiveValue(primitives.add, [1, 2, 3])` is 6. */
export function primitiveValue(primitive: Primitive, args: ArrayLike<number>): number {
  return folded(primitive, args.length, (i) => args[i] as number);
}

/** The value of a primitive of `count` arguments: that of a list is folded from left to right. */
export function folded({ arity, value }: Primitive, count: number, arg: (i: number) => number): number {
  const f = value as (a: number, b?: number, c?: number) => number;
  if (arity !== undefined) return f(arg(0), arg(1), arg(2));
  let total = arg(0);
  for (let i = 1; i < count; i++) total = f(total, arg(i));
  return total;
}

/** What `op(args)` simplifies to: constants are folded, else the first law that fits is applied; undefined if none does. */
export function simpler(op: Op, args: readonly Node[]): Node | undefined {
  if (!isPrimitive(op)) return undefined;
  if (!op.acrossBatch && args.every((arg) => arg.kind === 'constant'))
    return constant(folded(op, args.length, (i) => (args[i] as Constant | undefined)?.value as number));
  for (const law of op.laws) {
    const found = law(args);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The node that applies `op` to `args`, simplified. */
export function build(op: Op, args: readonly Node[]): Node {
  return simpler(op, args) ?? operation(op, args);
}

/** The same with numbers lifted. */
export function make(op: Op, ...args: NodeLike[]): Node {
  for (let i = 0; i < args.length; i++) args[i] = number(args[i] as NodeLike);
  return build(op, args as Node[]);
}

const zero = /* @__PURE__ */ constant(0);
const one = /* @__PURE__ */ constant(1);

/** A number as a node; 0 and 1 are everywhere in derivatives and need not be made anew. */
const number = (value: NodeLike): Node =>
  value === 1 ? one : value === 0 && !Object.is(value, -0) ? zero : lift(value);
