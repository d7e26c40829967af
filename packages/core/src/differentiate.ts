import { build, isPrimitive, make } from './build.ts';
import { GraphError } from './errors.ts';
import { and, anywhere, type Mask, or, product, through } from './mask.ts';
import { lift, type Node, type NodeLike, type Operation } from './node.ts';
import { type Order, topologicalOrder } from './order.ts';
import { add } from './primitives/add.ts';
import { select } from './primitives/select.ts';
import { sumBatch } from './primitives/sumBatch.ts';
import { cachedTemplate, fill, makeTemplate, type Template, template } from './template.ts';

/** What the parents of a node have handed down to it so far: mostly one term. */
type Terms = Node | Node[] | undefined;

/**
 * What a node hands down to the one at place `to`: adjoint · partial, or nothing. If that `isPlain`, it is only to be summed
 * over the batch, with all else in `perSample`.
 */
export type HandDown = (
  adjoint: Node,
  partial: NodeLike,
  to: number,
  isPlain: boolean,
  perSample: Terms[],
) => Node | undefined;

/**
 * ∂of/∂target for each target, where `of` is the last node of an order: one walk over the reverse topological order, in which every node, once all its parents
 * have been seen, sums what they handed down and hands down adjoint · partial to its arguments.
 */
export function differentiate(
  { nodes, indexOf }: Order,
  targets: readonly Node[],
  handDown: HandDown = product,
): Node[] {
  const last = nodes.length - 1;
  const of = nodes[last] as Node;
  const facts = new Uint8Array(nodes.length); // 1: a target lies below, 2: finite leaves may give a non-finite value or partial
  for (const target of targets) facts[indexOf(target)] = 1;
  for (let i = 0; i <= last; i++) {
    const node = nodes[i] as Node;
    if (node.kind === 'operation') {
      if (!node.op.finite) (facts[i] as number) |= 2;
      for (const arg of node.args) (facts[i] as number) |= facts[indexOf(arg)] as number;
    } else if (node.kind === 'constant' && !Number.isFinite(node.value)) (facts[i] as number) |= 2;
  }

  const terms: Terms[] = new Array(nodes.length);
  // from parents with one value per sample to a node with one value per batch: these are summed over the batch
  const perSample: Terms[] = new Array(nodes.length);
  // where the sum of a node's terms is not zero by a `select`; undefined = everywhere
  const masks: Mask[] = new Array(nodes.length);
  terms[last] = lift(1);
  for (let i = last; i >= 0; i--) {
    const node = nodes[i] as Node;
    if (!((facts[i] as number) & 1 && (terms[i] ?? perSample[i]))) continue;
    if (perSample[i]) hand(terms, i, make(sumBatch, sum(perSample[i])));
    const adjoint = sum(terms[i]);
    terms[i] = adjoint;
    if (node.kind !== 'operation') continue;
    if (of.rank === 1 && node.op === sumBatch)
      throw new GraphError(
        'gradient: through a sum over the batch, one value per sample has no scalar derivative. Differentiate meanBatch(loss), and build such sums by a macro, not an op.',
      );
    const alive = masks[i];
    const partials = localPartials(node);
    for (let k = 0; k < partials.length; k++) {
      const arg = node.args[k] as Node;
      const a = indexOf(arg);
      const below = facts[a] as number;
      if (!(below & 1)) continue;
      const partial = partials[k] as NodeLike;
      const isSummed = node.rank > of.rank && node.rank > arg.rank;
      let term = handDown(adjoint, partial, a, isSummed && !alive, perSample);
      if (term === undefined) continue;
      if (alive) term = make(select, alive, term, 0);
      if (below & 2) {
        let mask = and(alive, through(partial));
        if (isSummed) mask = anywhere(mask);
        masks[a] = (terms[a] ?? perSample[a]) ? or(masks[a], mask) : mask;
      }
      hand(isSummed ? perSample : terms, a, term);
    }
  }
  return targets.map((target) => (terms[indexOf(target)] as Node | undefined) ?? lift(0));
}

function hand(terms: Terms[], i: number, term: Node): void {
  const before = terms[i];
  if (Array.isArray(before)) before.push(term);
  else terms[i] = before === undefined ? term : [before, term];
}

const sum = (terms: Terms): Node => (Array.isArray(terms) ? build(add, terms) : (terms as Node));

/** ∂node/∂argᵢ: stated by the op, or derived once from its expansion. */
function localPartials(node: Operation): readonly NodeLike[] {
  const { op, args } = node;
  if (op === sumBatch && (args[0] as Node).rank === 0) return [make(sumBatch, 1)];
  if (isPrimitive(op)) return op.partials(node, args);
  const rule = op.partials ? template(op, 'partials', args.length) : derivedPartials(node);
  return fill(rule, [...args, node], lift, build);
}

function derivedPartials({ op, args }: Operation): Template {
  return cachedTemplate(op, `derived partials ${args.length}`, () =>
    makeTemplate(args.length + 1, (holes) => {
      const xs = holes.slice(0, -1);
      const [expanded] = fill(template(op, 'expand', xs.length), xs, lift, build);
      return differentiate(topologicalOrder([expanded as Node]), xs);
    }),
  );
}
