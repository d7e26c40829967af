import { laws } from './laws.ts';
import { constant, lift, type Node, type NodeLike, operation } from './node.ts';
import type { Op } from './op.ts';
import { type PrimitiveName, primitives } from './primitives.ts';
import { primitiveValue } from './values.ts';

/** What `op(args)` simplifies to: constants are folded, else the first law that fits is applied; undefined if none does. */
export function simpler(op: Op, args: readonly Node[]): Node | undefined {
  if (op.primitive === undefined) return undefined;
  if (op.primitive !== 'sumBatch' && args.every((arg) => arg.kind === 'constant'))
    return constant(
      primitiveValue(
        op.primitive,
        args.map((arg) => arg.value),
      ),
    );
  for (const law of laws[op.primitive]) {
    const found = law(args);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The node that applies `op` to `args`, simplified. */
export function build(op: Op, args: readonly Node[]): Node {
  return simpler(op, args) ?? operation(op, args);
}

/** The same by the primitive's name, with numbers lifted. */
export function make(name: PrimitiveName, ...args: NodeLike[]): Node {
  for (let i = 0; i < args.length; i++) args[i] = number(args[i] as NodeLike);
  return build(primitives[name], args as Node[]);
}

const [zero, one] = [constant(0), constant(1)];

/** A number as a node; 0 and 1 are everywhere in derivatives and need not be made anew. */
const number = (value: NodeLike): Node =>
  value === 0 && !Object.is(value, -0) ? zero : value === 1 ? one : lift(value);
