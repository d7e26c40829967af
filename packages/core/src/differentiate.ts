import { build, isPrimitive, make } from './build.ts';
import { GraphError } from './errors.ts';
import { and, anywhere, contribution, type Mask, or } from './mask.ts';
import { lift, type Node, type NodeLike, type Operation } from './node.ts';
import { type Order, topologicalOrder } from './order.ts';
import { add } from './primitives/add.ts';
import { sumBatch } from './primitives/sumBatch.ts';
import { cachedTemplate, fill, makeTemplate, type Template, template } from './template.ts';

/** What the parents of a node have handed down to it so far: mostly one term. */
type Terms = Node | Node[] | undefined;

/**
 * ∂of/∂target for each target, where `of` is the last node of an order: one walk over the reverse topological order, in which every node, once all its parents
 * have been seen, sums what they handed down and hands down adjoint · partial to its arguments.
 */
export function differentiate({ nodes, indexOf }: Order, targets: readonly Node[]): Node[] {
  const of = nodes[nodes.length - 1] as Node;
  const isTarget = new Set(targets);
  const leads = new Uint8Array(nodes.length); // 1 where a target lies below
  const risky = new Uint8Array(nodes.length); // 1 where finite leaves may give a non-finite value or partial
  nodes.forEach((node, i) => {
    if (isTarget.has(node)) leads[i] = 1;
    if (node.kind === 'constant' && !Number.isFinite(node.value)) risky[i] = 1;
    if (node.kind !== 'operation') return;
    if (!node.op.finite) risky[i] = 1;
    for (const arg of node.args) {
      const a = indexOf(arg);
      if (leads[a] === 1) leads[i] = 1;
      if (risky[a] === 1) risky[i] = 1;
    }
  });

  const terms: Terms[] = new Array(nodes.length);
  // from parents with one value per sample to a node with one value per batch: these are summed over the batch
  const perSample: Terms[] = new Array(of.rank === 0 ? nodes.length : 0);
  // where the sum of a node's terms is not zero by a `select`; undefined = everywhere
  const masks: Mask[] = new Array(risky.includes(1) ? nodes.length : 0);
  const adjoints = new Map<Node, Node>();
  terms[nodes.length - 1] = lift(1);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i] as Node;
    if (leads[i] === 0 || (terms[i] ?? perSample[i]) === undefined) continue;
    if (perSample[i] !== undefined) hand(terms, i, make(sumBatch, sum(perSample[i])));
    const adjoint = sum(terms[i]);
    terms[i] = perSample[i] = undefined;
    if (isTarget.has(node)) adjoints.set(node, adjoint);
    if (node.kind !== 'operation') continue;
    if (of.rank === 1 && node.op === sumBatch)
      throw new GraphError(
        'gradient: through a sum over the batch, one value per sample has no scalar derivative. Differentiate meanBatch(loss), and build such sums by a macro, not an op.',
      );
    const partials = localPartials(node);
    for (let k = 0; k < partials.length; k++) {
      const arg = node.args[k] as Node;
      const a = indexOf(arg);
      if (leads[a] === 0) continue;
      const part = contribution(adjoint, partials[k] as NodeLike, risky[i] === 1 ? masks[i] : undefined);
      if (part === undefined) continue;
      const isSummed = of.rank === 0 && node.rank === 1 && arg.rank === 0;
      if (risky[a] === 1) {
        const mask = isSummed ? anywhere(and(masks[i], part.mask)) : and(masks[i], part.mask);
        masks[a] = (terms[a] ?? perSample[a]) === undefined ? mask : or(masks[a], mask);
      }
      hand(isSummed ? perSample : terms, a, part.node);
    }
  }
  return targets.map((target) => adjoints.get(target) ?? lift(0));
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
