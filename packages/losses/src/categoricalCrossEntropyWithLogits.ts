import { defineMacro, type InputsOf, type Node } from '@chainrule/core';
import { logSumExp, multiply, subtract, sum } from '@chainrule/ops';
import { pairsOf, type Values } from './values.ts';

/**
 * The cross-entropy of the probabilities softmax(z), given by their logits z, and target probabilities y, one of each per
 * class: Σᵢ yᵢ·(logSumExp(z) − zᵢ). Both are lists, or records with the same names.
 * @throws GraphError if one is not a list or record of nodes and numbers, is empty, or lacks what the other has.
 * @example evaluate(categoricalCrossEntropyWithLogits([1000, 0, 0], [0, 1, 0])) // 1000
 */
export const categoricalCrossEntropyWithLogits: <const Z extends Values, const T extends Values>(
  logits: Z,
  targets: T,
) => Node<InputsOf<Z> | InputsOf<T>> = /* @__PURE__ */ defineMacro(
  'categoricalCrossEntropyWithLogits',
  <const Z extends Values, const T extends Values>(logits: Z, targets: T) => {
    const pairs = pairsOf('categoricalCrossEntropyWithLogits', ['logits', logits], ['targets', targets]);
    const total = logSumExp(pairs.map(([z]) => z));
    return sum(pairs.map(([z, y]) => multiply(y, subtract(total, z)))) as Node<InputsOf<Z> | InputsOf<T>>;
  },
);
