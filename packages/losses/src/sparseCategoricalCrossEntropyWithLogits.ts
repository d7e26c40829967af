import { defineMacro, type InputsOf, type NamesOf, type Node, type NodeLike } from '@chainrule/core';
import { logSumExp, subtract } from '@chainrule/ops';
import { costOfClass } from './classIndex.ts';
import { nodesOf, type Values } from './values.ts';

/**
 * The cross-entropy of the probabilities softmax(z), given by their logits z, and the number of the true class, counted
 * from 0: Σᵢ select(index = i, logSumExp(z) − zᵢ, 0). A row whose index is no class gives NaN.
 * @throws GraphError if `logits` is not a list or record of nodes and numbers, or is empty, or if `index` is a plain number
 * that no class has.
 * @example evaluate(sparseCategoricalCrossEntropyWithLogits([1000, 0, 0], 1)) // 1000
 */
export const sparseCategoricalCrossEntropyWithLogits: <const Z extends Values, const I extends NodeLike>(
  logits: Z,
  index: I,
) => Node<InputsOf<Z> | NamesOf<I>> = /* @__PURE__ */ defineMacro(
  'sparseCategoricalCrossEntropyWithLogits',
  <const Z extends Values, const I extends NodeLike>(logits: Z, index: I) => {
    const loss = 'sparseCategoricalCrossEntropyWithLogits';
    const zs = nodesOf(loss, 'logits', logits);
    const total = logSumExp(zs);
    return costOfClass(
      loss,
      index,
      zs.map((z) => subtract(total, z)),
    ) as Node<InputsOf<Z> | NamesOf<I>>;
  },
);
