import { type Binary, defineOp, type Node } from '@chainrule/core';
import { add, log, log1p, negate, subtract } from '@chainrule/ops';
import { weighted } from './weighted.ts';

/**
 * The cross-entropy of a probability p and a target y in 0…1: −(y·log p + (1 − y)·log(1 − p)), where 0 · log 0 counts as 0.
 *
 * Nothing is clipped. With p = sigmoid(z) the logarithms are rewritten in terms of z, so that value and derivative,
 * sigmoid(z) − y, are exact even where p rounds to 0 or 1.
 * @throws GraphError if an argument is neither node nor number.
 * @example gradient(binaryCrossEntropy(sigmoid(z), 1), z) // −1 at z = −1000
 */
export const binaryCrossEntropy: Binary = /* @__PURE__ */ defineOp('binaryCrossEntropy', {
  expand: (probability: Node, target: Node) =>
    negate(add(weighted(target, log(probability)), weighted(subtract(1, target), log1p(negate(probability))))),
});
