import { type Constant, constant, lift, type Node, type NodeLike, operation } from './node.ts';
import type { Op } from './op.ts';
import type { Primitive } from './primitives/primitive.ts';

/** Whether an op is one of the closed set. */
export const isPrimitive = (op: Op): op is Primitive => op.primitive !== undefined;

/**
 * The value of a primitive for given arguments, that of a list folded from left to right: `primitiveValue(primitives.add,
 * [1, 2, 3])` is 6. With `places`, the arguments are `values[places[start]] … values[places[end − 1]]`.
 */
export function primitiveValue(
  { arity, value }: Primitive,
  values: ArrayLike<number>,
  places?: ArrayLike<number>,
  start = 0,
  end: number = values.length,
): number {
  const f = value as (a: number, b?: number, c?: number) => number;
  const arg = (i: number): number => values[places ? (places[i] as number) : i] as number;
  let total = arg(start);
  if (arity !== undefined) return f(total, arg(start + 1), arg(start + 2));
  for (let i = start + 1; i < end; i++) total = f(total, arg(i));
  return total;
}

/** What `op(args)` simplifies to: constants are folded, else the first law that fits is applied; undefined if none does. */
export function simpler(op: Op, args: readonly Node[]): Node | undefined {
  if (!isPrimitive(op)) return undefined;
  if (!op.acrossBatch && args.every(isConstant))
    return constant(
      primitiveValue(
        op,
        args.map(({ value }) => value),
      ),
    );
  let found: Node | undefined;
  for (let i = 0; found === undefined && i < op.laws.length; i++) found = op.laws[i]?.(args);
  return found;
}

const isConstant = (node: Node): node is Constant => node.kind === 'constant';

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
