import type { Node, NodeLike, Operation } from '../node.ts';
import type { Op } from '../op.ts';
import type { Law, Primitive } from './primitive.ts';

/** Whether a node is the constant `value`. */
export const is = (node: Node | undefined, value: number): boolean => node?.kind === 'constant' && node.value === value;

/** Whether a node applies `op`. */
export function isOp(node: NodeLike | undefined, op: Op): node is Operation {
  return typeof node === 'object' && node.kind === 'operation' && node.op === op;
}

/** Argument i of a node that applies `op`. */
export const argOf = (node: Node | undefined, op: Op, i: number): Node | undefined =>
  isOp(node, op) ? node.args[i] : undefined;

/** Partials of one argument. */
export const of1 =
  (partial: (y: Node, x: Node) => Node | number): Primitive['partials'] =>
  (y, [x]) => [partial(y, x as Node)];

/** Partials of two arguments. */
export const of2 =
  (partials: (y: Node, a: Node, b: Node) => readonly [Node | number, Node | number]): Primitive['partials'] =>
  (y, [a, b]) =>
    partials(y, a as Node, b as Node);

/** A law for one argument. */
export const unary =
  (law: (x: Node) => Node | undefined): Law =>
  ([x]) =>
    law(x as Node);

/** A law for two arguments, also of an operation that may have more. */
export const binary =
  (law: (a: Node, b: Node) => Node | undefined): Law =>
  (args) =>
    args.length === 2 ? law(args[0] as Node, args[1] as Node) : undefined;

/** op(x) → x for a list of one. */
export const single: Law = (args) => (args.length === 1 ? args[0] : undefined);
