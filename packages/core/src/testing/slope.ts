import { evaluate, gradient, input, type Node, type NodeLike } from '../index.ts';
import { add } from './vocabulary.ts';

/** The derivative of a function of one number at a place; with `times`, one of a higher order. */
export const slope = (f: (x: Node) => NodeLike, at: number, times = 1): number => {
  const x = input('x');
  let y = add(f(x)) as Node;
  for (let i = 0; i < times; i++) y = gradient<Node, Node>(y, x);
  return (evaluate as (y: Node, row: object) => number)(y, { x: at });
};
