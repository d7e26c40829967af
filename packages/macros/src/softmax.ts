import { defineMacro, mapNodes, type Node } from '@chainrule/core';
import { exp } from '@chainrule/ops';
import type { Layer, Shaped } from './layer.ts';
import { normalized } from './logSoftmax.ts';

/**
 * Turns logits into probabilities: pᵢ = exp(zᵢ − logSumExp(z)), with the one logSumExp shared by all.
 *
 * Structure in, structure out: a list gives a list, a record a record. The logarithm of a pᵢ is rewritten to zᵢ − logSumExp(z),
 * so that a cross-entropy of them, written in the obvious way, is exact for logits of any size.
 * @throws GraphError if `logits` is not a list or record of nodes, or is empty.
 * @example const [setosa, versicolor, virginica] = softmax(linear(features, 3));
 * @example const { cat, dog } = softmax(linear(features, ['cat', 'dog']));
 */
export const softmax: <const L extends Layer>(logits: L) => Shaped<L> = /* @__PURE__ */ defineMacro(
  'softmax',
  <const L extends Layer>(logits: L): Shaped<L> =>
    mapNodes<unknown, Node>(normalized('softmax', logits), (x) => exp(x)) as Shaped<L>,
);
