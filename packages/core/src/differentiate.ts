import { build, make } from './build.ts';
import { GraphError } from './errors.ts';
import { and, contribution, or } from './mask.ts';
import { lift, type Node, type NodeLike, type Operation } from './node.ts';
import { type Order, topologicalOrder } from './order.ts';
import { primitivePartials } from './partials.ts';
import { primitives } from './primitives.ts';
import { cachedTemplate, fill, makeTemplate, type Template, template } from './template.ts';

/** What the parents of a node have handed down to it so far. */
interface Received {
  readonly terms: Node[];
  /** Terms from parents with one value per sample to a node with one value per batch: these are summed over the batch. */
  readonly perSample: Node[];
  /** Where the sum is not zero by a `select`; undefined = everywhere. */
  mask: Node | undefined;
}

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
    if (node.kind !== 'operation') return;
    if (!node.op.finite) risky[i] = 1;
    for (const arg of node.args) {
      const a = indexOf(arg);
      if (leads[a] === 1) leads[i] = 1;
      if (risky[a] === 1) risky[i] = 1;
    }
  });

  const received: (Received | undefined)[] = new Array(nodes.length);
  received[nodes.length - 1] = { terms: [lift(1)], perSample: [], mask: undefined };
  const adjoints: (Node | undefined)[] = new Array(nodes.length);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i] as Node;
    const from = received[i];
    if (from === undefined || leads[i] === 0) continue;
    received[i] = undefined;
    const adjoint = total(from);
    adjoints[i] = adjoint;
    if (node.kind !== 'operation') continue;
    if (of.rank === 1 && node.op.primitive === 'sumBatch')
      throw new GraphError(
        'gradient: the derivative of one value per sample through a sum over the batch is not a scalar. Differentiate a value of the whole batch, such as meanBatch(loss).',
      );
    const partials = localPartials(node);
    for (let k = 0; k < partials.length; k++) {
      const a = indexOf(node.args[k] as Node);
      if (leads[a] === 0) continue;
      const part = contribution(adjoint, partials[k] as NodeLike, risky[i] === 1 ? from.mask : undefined);
      if (part === undefined) continue;
      const mask = risky[a] === 1 ? and(from.mask, part.mask) : undefined;
      let to = received[a];
      if (to === undefined) received[a] = to = { terms: [], perSample: [], mask };
      else to.mask = or(to.mask, mask);
      if (of.rank === 0 && node.rank === 1 && (node.args[k] as Node).rank === 0) to.perSample.push(part.node);
      else to.terms.push(part.node);
    }
  }
  return targets.map((target) => adjoints[indexOf(target)] ?? lift(0));
}

function total({ terms, perSample }: Received): Node {
  if (perSample.length > 0) terms.push(make('sumBatch', sum(perSample)));
  return sum(terms);
}

const sum = (terms: readonly Node[]): Node => (terms.length === 1 ? (terms[0] as Node) : build(primitives.add, terms));

/** ∂node/∂argᵢ: stated by the op, or derived once from its expansion. */
function localPartials(node: Operation): readonly NodeLike[] {
  const { op, args } = node;
  if (op.primitive === 'sumBatch' && (args[0] as Node).rank === 0) return [make('sumBatch', 1)];
  if (op.primitive !== undefined) return primitivePartials[op.primitive](node, args);
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
