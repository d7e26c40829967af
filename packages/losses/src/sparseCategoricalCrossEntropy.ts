import { defineMacro, type InputsOf, type NamesOf, type Node, type NodeLike } from '@chainrule/core';
import { log, negate } from '@chainrule/ops';
import { costOfClass } from './classIndex.ts';
import { nodesOf, type Values } from './values.ts';

/**
 * The cross-entropy of probabilities, one per class, and the number of the true class, counted from 0: −log p of that class,
 * Σᵢ select(index = i, −log pᵢ, 0). A row whose index is no class gives NaN.
 * @throws GraphError if `probabilities` is not a list or record of nodes and numbers, or is empty, or if `index` is a plain
 * number that no class has.
 * @example evaluate(sparseCategoricalCrossEntropy([0.5, 0.25, 0.25], 1)) // log 4
 */
export const sparseCategoricalCrossEntropy: <const P extends Values, const I extends NodeLike>(
  probabilities: P,
  index: I,
) => Node<InputsOf<P> | NamesOf<I>> = /* @__PURE__ */ defineMacro(
  'sparseCategoricalCrossEntropy',
  <const P extends Values, const I extends NodeLike>(probabilities: P, index: I) => {
    const loss = 'sparseCategoricalCrossEntropy';
    const costs = nodesOf(loss, 'probabilities', probabilities).map((p) => negate(log(p)));
    return costOfClass(loss, index, costs) as Node<InputsOf<P> | NamesOf<I>>;
  },
);
