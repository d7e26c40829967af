import { build } from './build.ts';
import { differentiate } from './differentiate.ts';
import { inputKey } from './leaves.ts';
import { lift, type NamesOf, type Node } from './node.ts';
import { topologicalOrder } from './order.ts';
import { add } from './primitives/add.ts';
import { simplified } from './simplify.ts';
import { mapNodes, type Outputs, outputNodes, type Structured } from './structure.ts';

/**
 * The derivatives of one node with respect to others, as nodes of the same kind of graph: they can be evaluated,
 * printed, exported and differentiated again.
 *
 * ∂of/∂x = Σ over the parents p of x: ∂of/∂p · ∂p/∂x, in reverse topological order. The graph is first simplified by the
 * laws that keep derivatives accurate. Structure in, structure out. A node that `of` does not depend on has derivative 0.
 * @throws GraphError if `of` has one value per sample and passes through a sum over the batch.
 * @example gradient(multiply(x, x), x) // x + x
 */
export function gradient<T extends Outputs, const N extends Node>(
  of: N,
  withRespectTo: T,
): Structured<T, Node<NamesOf<N>>> {
  const targets = outputNodes(withRespectTo, 'gradient: withRespectTo');
  const root = lift<Node>(of);
  const [leaves, inner] = [false, true].map((inner) =>
    derivatives(
      root,
      targets.filter((target) => isInner(target) === inner),
    ).values(),
  );
  return mapNodes<unknown, Node>(
    withRespectTo,
    (target) => (isInner(target) ? inner : leaves)?.next().value as Node,
  ) as Structured<T, Node<NamesOf<N>>>;
}

/**
 * The derivative for each target. No law may look through an inner node that is a target, or the derivative would miss what
 * passes it by: so leaves and inner nodes are asked for apart, and leaves get the accuracy of all laws.
 */
function derivatives(of: Node, targets: readonly Node[]): readonly Node[] {
  if (targets.length === 0) return [];
  const order = topologicalOrder([of]);
  const inner = targets.filter(isInner);
  const simple = simplified(order, inner.length > 0 ? new Set(inner) : undefined);
  const root = simple(of);
  const simpleOrder = root === of ? order : topologicalOrder([root]);

  const same = sameInputs(simpleOrder.leaves);
  const asked = targets.map((target) => same.get(inputKey(target)) ?? [simple(target)]);
  let found = differentiate(simpleOrder, asked.flat());
  if (inner.length > 0) found = found.map(simplified(topologicalOrder(found)));
  const next = found.values();
  return asked.map((nodes) => {
    const terms = nodes.map(() => next.next().value as Node);
    return terms.length === 1 ? (terms[0] as Node) : build(add, terms);
  });
}

const isInner = ({ kind }: Node): boolean => kind === 'operation';

/** The nodes that are the same input, where there are several of one name. */
function sameInputs(nodes: readonly Node[]): ReadonlyMap<unknown, readonly Node[]> {
  const all = new Map<unknown, Node[]>();
  for (const node of nodes) {
    if (node.kind !== 'input') continue;
    const key = inputKey(node);
    const found = all.get(key) ?? [];
    all.set(key, found);
    found.push(node);
  }
  return all;
}
