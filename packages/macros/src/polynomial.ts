import { defineMacro, describe, GraphError, type InputsOf, type Node } from '@chainrule/core';
import { multiply } from '@chainrule/ops';
import { type Layer, nodesOf } from './layer.ts';

type Polynomial = <const L extends Layer>(inputs: L, degree: number) => Node<InputsOf<L>>[];

/**
 * All products of inputs up to a degree, by rising degree: for x and y and degree 2 these are x, y, x·x, x·y, y·y. A linear
 * layer of them is a polynomial. There are (n + d)! / (n!·d!) − 1 of them for n inputs and degree d.
 * @throws GraphError if `inputs` is not a list or record of nodes, or is empty, or if the degree is not a positive whole number.
 * @example const [parabola] = linear(polynomial([x], 2), 1);
 */
export const polynomial: Polynomial = /* @__PURE__ */ defineMacro(
  'polynomial',
  <const L extends Layer>(inputs: L, degree: number): Node<InputsOf<L>>[] => {
    if (!Number.isInteger(degree) || degree < 1)
      throw new GraphError(`polynomial needs a positive whole number as degree, not ${describe(degree)}.`);
    const xs = nodesOf('polynomial', inputs);
    // the products of one degree, each with the place of its last factor: only that input and later ones may follow
    let products = xs.map((node, last) => ({ node, last }));
    const all = [...products];
    for (let d = 2; d <= degree; d++) {
      products = products.flatMap(({ node, last }) =>
        xs.slice(last).map((x, i) => ({ node: multiply(node, x), last: last + i })),
      );
      all.push(...products);
    }
    return all.map(({ node }) => node) as Node<InputsOf<L>>[];
  },
);
