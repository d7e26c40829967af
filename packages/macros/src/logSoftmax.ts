import { defineMacro, mapNodes, type Node } from '@chainrule/core';
import { logSumExp, subtract } from '@chainrule/ops';
import { type Layer, nodesOf, type Shaped } from './layer.ts';

/**
 * The logarithms of the probabilities that logits stand for: zᵢ − logSumExp(z), with the one logSumExp shared by all.
 * Structure in, structure out.
 * @throws GraphError if `logits` is not a list or record of nodes, or is empty.
 * @example const [logCat, logDog] = logSoftmax(linear(features, 2));
 */
export const logSoftmax: <const L extends Layer>(logits: L) => Shaped<L> = /* @__PURE__ */ defineMacro(
  'logSoftmax',
  <const L extends Layer>(logits: L): Shaped<L> => normalized('logSoftmax', logits),
);

/** zᵢ − logSumExp(z) for each logit. */
export function normalized<L extends Layer>(macro: string, logits: L): Shaped<L> {
  const total = logSumExp(nodesOf(macro, logits));
  return mapNodes<unknown, Node>(logits, (logit) => subtract(logit, total)) as Shaped<L>;
}
