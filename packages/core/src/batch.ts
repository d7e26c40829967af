import { build, make } from './build.ts';
import { lift, type NamesOf, type Node, type NodeLike } from './node.ts';
import { applyOwn } from './op.ts';
import { add } from './primitives/add.ts';
import { divide } from './primitives/divide.ts';
import { sumBatch as sum } from './primitives/sumBatch.ts';

/**
 * The sum of a node's values over the samples of a batch: one value for all of them. For a single row it is that row's value.
 * @example evaluator(sumBatch(x)).batch({ x: [1, 2, 3] }) // 6 for every sample
 */
export function sumBatch<const A extends NodeLike>(x: A): Node<NamesOf<A>> {
  return applyOwn(sum, [x]);
}

/**
 * The loss of a batch: the mean over the samples of what differs between them, plus, once, what does not (a penalty).
 *
 * Σₛ lossₛ / Σₛ 1 + uniform part
 * @example gradient(meanBatch(loss), parameters(loss))
 */
export function meanBatch<const A extends NodeLike>(loss: A): Node<NamesOf<A>> {
  const terms = termsOf(lift(loss));
  const perSample = terms.filter((term) => term.rank === 1);
  const uniform = terms.filter((term) => term.rank === 0);
  if (perSample.length === 0) return lift(loss);
  const mean = make(divide, make(sum, build(add, perSample)), make(sum, 1));
  return build(add, [mean, ...uniform]) as Node<NamesOf<A>>;
}

/** The terms of a sum of sums, in order. */
function termsOf(node: Node): Node[] {
  const terms: Node[] = [];
  const stack = [node];
  while (stack.length > 0) {
    const next = stack.pop() as Node;
    if (next.kind === 'operation' && next.op === add && next.rank === 1) {
      for (let i = next.args.length - 1; i >= 0; i--) stack.push(next.args[i] as Node);
    } else terms.push(next);
  }
  return terms;
}
