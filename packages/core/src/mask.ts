import { make } from './build.ts';
import type { Node, NodeLike } from './node.ts';
import { less } from './primitives/less.ts';
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

const not = (a: Node): Node => make(select, a, 0, 1);

/** adjoint · partial where the mask is alive, with the mask of what comes out; undefined if it is zero everywhere. */
export function contribution(adjoint: Node, partial: NodeLike, mask: Mask): { node: Node; mask: Mask } | undefined {
  const part = product(adjoint, partial);
  if (part === undefined) return undefined;
  return mask === undefined ? part : { node: make(select, mask, part.node, 0), mask: part.mask };
}

/** adjoint · partial. A partial that is a step or a choice becomes a choice between products, never a product with 0. */
function product(adjoint: Node, partial: NodeLike): { node: Node; mask: Mask } | undefined {
  if (typeof partial === 'number')
    return partial === 0
      ? undefined
      : { node: partial === 1 ? adjoint : make(multiply, partial, adjoint), mask: undefined };
  if (partial.kind === 'constant') return product(adjoint, partial.value);
  if (partial.kind === 'operation' && partial.op === less)
    return { node: make(select, partial, adjoint, 0), mask: partial };
  if (partial.kind !== 'operation' || partial.op !== select)
    return { node: make(multiply, adjoint, partial), mask: undefined };
  const [condition, ifTrue, ifFalse] = partial.args as [Node, Node, Node];
  const a = product(adjoint, ifTrue);
  const b = product(adjoint, ifFalse);
  if (a === undefined && b === undefined) return undefined;
  const node = make(select, condition, a?.node ?? 0, b?.node ?? 0);
  if (b === undefined) return { node, mask: and(condition, a?.mask) };
  if (a === undefined) return { node, mask: and(not(condition), b.mask) };
  return { node, mask: undefined };
}
