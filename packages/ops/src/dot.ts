import { GraphError, type NamesOf, type Node, type NodeLike } from '@chainrule/core';
import { multiply } from './multiply.ts';
import { sum } from './sum.ts';

/**
 * The dot product of two lists of one length: Σ aᵢ · bᵢ, from left to right.
 * @throws GraphError if the lengths differ, or are 0.
 * @example evaluate(dot([1, 2, 3], [4, 5, 6])) // 32
 */
export function dot<const A extends readonly NodeLike[], const B extends readonly NodeLike[]>(
  a: A,
  b: B,
): Node<NamesOf<A[number] | B[number]>> {
  if (a.length !== b.length)
    throw new GraphError(`dot needs two lists of one length, got ${a.length} and ${b.length} elements.`);
  return sum(a.map((x, i) => multiply(x, b[i] as NodeLike))) as Node<NamesOf<A[number] | B[number]>>;
}
