import { type Binary, defineOp, type Node } from '@chainrule/core';
import { abs, add, exp, less, log1p, multiply, negate, select, sigmoid, subtract } from '@chainrule/ops';

/**
 * The cross-entropy of the probability sigmoid(z), given by its logit z, and a target y in 0…1:
 * y·softplus(−z) + (1 − y)·softplus(z) = z·(1 − y if z > 0, else −y) + log(1 + exp(−|z|)).
 * @throws GraphError if an argument is neither node nor number.
 * @example evaluate(binaryCrossEntropyWithLogits(-1000, 1)) // 1000
 */
export const binaryCrossEntropyWithLogits: Binary = /* @__PURE__ */ defineOp('binaryCrossEntropyWithLogits', {
  expand: (logit: Node, target: Node) =>
    add(multiply(logit, select(less(0, logit), subtract(1, target), negate(target))), log1p(exp(negate(abs(logit))))),
  partials: (_: Node, logit: Node, target: Node) => {
    const whenOne = multiply(target, sigmoid(negate(logit)));
    const whenZero = multiply(subtract(1, target), sigmoid(logit));
    return [subtract(whenZero, whenOne), negate(logit)];
  },
  finite: true,
});
