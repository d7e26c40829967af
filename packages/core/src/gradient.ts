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
  const node = lift<Node>(of);
  const order = topologicalOrder([node]);
  const targets = outputNodes(withRespectTo);
  const inner = new Set(targets.filter((target): target is Node => target.kind === 'operation'));
  const simple = simplified(order, inner);
  const root = simple(node);
  const simpleOrder = root === node ? order : topologicalOrder([root]);

  const same = sameInputs(simpleOrder.nodes);
  const asked = targets.flatMap((target) => same.get(inputKey(target)) ?? [simple(target)]);
  const derivatives = differentiate(simpleOrder, asked);
  const plain = inner.size === 0 ? (derivative: Node) => derivative : simplified(topologicalOrder(derivatives));
  let next = 0;
  return mapNodes(withRespectTo, (target) => {
    const count = same.get(inputKey(target))?.length ?? 1;
    const parts = derivatives.slice(next, next + count).map(plain);
    next += count;
    return (count === 1 ? parts[0] : build(add, parts)) as Node<NamesOf<N>>;
  });
}

/** The nodes that are the same input, where there are several of one name. */
function sameInputs(nodes: readonly Node[]): ReadonlyMap<unknown, readonly Node[]> {
  const all = new Map<unknown, Node[]>();
  for (const node of nodes) {
    if (node.kind !== 'input') continue;
    const found = all.get(inputKey(node));
    if (found === undefined) all.set(inputKey(node), [node]);
    else found.push(node);
  }
  return all;
}
