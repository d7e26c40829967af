import { type Binary, defineMacro, defineOp, type InputsOf, type Node } from '@chainrule/core';
import { log, negate, sum } from '@chainrule/ops';
import { pairsOf, type Values } from './values.ts';
import { weighted } from './weighted.ts';

/** What one class costs: −y · log p, where 0 · log 0 counts as 0. */
const crossEntropy: Binary = /* @__PURE__ */ defineOp('crossEntropy', {
  expand: (probability: Node, target: Node) => negate(weighted(target, log(probability))),
});

/**
 * The cross-entropy of probabilities p and target probabilities y, one of each per class: −Σᵢ yᵢ·log pᵢ, where 0 · log 0
 * counts as 0. Both are lists, or records with the same names.
 *
 * Nothing is clipped. With p = softmax(z) the logarithms are rewritten to zᵢ − logSumExp(z), so that the derivative,
 * softmax(z) − y for targets that sum to 1, is exact for logits of any size.
 * @throws GraphError if one is not a list or record of nodes and numbers, is empty, or lacks what the other has.
 * @example evaluate(categoricalCrossEntropy([0.5, 0.25, 0.25], [0, 1, 0])) // log 4
 */
export const categoricalCrossEntropy: <const P extends Values, const T extends Values>(
  probabilities: P,
  targets: T,
) => Node<InputsOf<P> | InputsOf<T>> = /* @__PURE__ */ defineMacro(
  'categoricalCrossEntropy',
  <const P extends Values, const T extends Values>(probabilities: P, targets: T) => {
    const pairs = pairsOf('categoricalCrossEntropy', ['probabilities', probabilities], ['targets', targets]);
    return sum(pairs.map(([p, y]) => crossEntropy(p, y))) as Node<InputsOf<P> | InputsOf<T>>;
  },
);
