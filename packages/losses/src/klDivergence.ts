import { type Binary, defineMacro, defineOp, type InputsOf, type Node } from '@chainrule/core';
import { log, multiply, select, subtract, sum } from '@chainrule/ops';
import { pairsOf, type Values } from './values.ts';

/** p · (log p − log q), where 0 · log 0 counts as 0. */
const relativeEntropy: Binary = /* @__PURE__ */ defineOp('relativeEntropy', {
  expand: (p: Node, q: Node) => select(p, multiply(p, subtract(log(p), log(q))), 0),
});

/**
 * The Kullback–Leibler divergence of q from p, what it costs to take q for the truth when it is p: Σᵢ pᵢ·log(pᵢ / qᵢ), where
 * 0 · log 0 counts as 0. Both are lists of probabilities, or records with the same names; the truth comes first.
 * Kullback & Leibler, "On information and sufficiency", 1951.
 * @throws GraphError if one is not a list or record of nodes and numbers, is empty, or lacks what the other has.
 * @example evaluate(klDivergence([1, 0], [0.5, 0.5])) // log 2
 */
export const klDivergence: <const P extends Values, const Q extends Values>(
  p: P,
  q: Q,
) => Node<InputsOf<P> | InputsOf<Q>> = /* @__PURE__ */ defineMacro(
  'klDivergence',
  <const P extends Values, const Q extends Values>(p: P, q: Q) => {
    const pairs = pairsOf('klDivergence', ['p', p], ['q', q]);
    return sum(pairs.map(([a, b]) => relativeEntropy(a, b))) as Node<InputsOf<P> | InputsOf<Q>>;
  },
);
