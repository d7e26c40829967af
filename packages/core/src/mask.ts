import { build, make } from './build.ts';
import type { Node, NodeLike, Operation } from './node.ts';
import { less } from './primitives/less.ts';
import { is, isOp } from './primitives/match.ts';
import { multiply } from './primitives/multiply.ts';
import { select } from './primitives/select.ts';
import { sumBatch } from './primitives/sumBatch.ts';

/**
 * A mask is a condition under which an adjoint is alive; elsewhere it is zero by a `select` and must stay zero, even
 * against an infinite partial: 0 · ∞ from the branch not taken would be NaN. `undefined` = alive everywhere.
 */
export type Mask = Node | undefined;

export const and = (a: Mask, b: Mask): Mask =>
  a === undefined || a === b ? b : b === undefined ? a : make(select, a, b, 0);

export const or = (a: Mask, b: Mask): Mask =>
  a === undefined || b === undefined ? undefined : a === b ? a : make(select, a, 1, b);

/** The mask of a sum over the batch: alive if that of any sample is. */
export const anywhere = (a: Mask): Mask => (a?.rank === 1 ? make(sumBatch, make(select, a, 1, 0)) : a);

/** adjoint · partial; undefined if it is zero. A partial that is a step or a choice becomes a choice between products, never a product with 0. */
export function product(adjoint: Node, partial: NodeLike): Node | undefined {
  if (partial === 0) return undefined;
  if (partial === 1) return adjoint;
  if (typeof partial === 'number') return make(multiply, partial, adjoint);
  if (partial.kind === 'constant') return product(adjoint, partial.value);
  if (isOp(partial, less)) return make(select, partial, adjoint, 0);
  if (!isOp(partial, select)) return build(multiply, [adjoint, partial]);
  const [condition, ifTrue, ifFalse] = (partial as Operation).args as [Node, Node, Node];
  const a = product(adjoint, ifTrue);
  const b = product(adjoint, ifFalse);
  return (a ?? b) && make(select, condition, a ?? 0, b ?? 0);
}

/** Where a partial that is not zero everywhere lets an adjoint through. */
export function through(partial: NodeLike): Mask {
  if (isOp(partial, less)) return partial;
  if (!isOp(partial, select)) return undefined;
  const [condition, ifTrue, ifFalse] = (partial as Operation).args as [Node, Node, Node];
  if (is(ifFalse, 0)) return and(condition, through(ifTrue));
  return is(ifTrue, 0) ? and(make(select, condition, 0, 1), through(ifFalse)) : undefined;
}
