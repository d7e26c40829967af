import { type Binary, defineOp, type Node } from '@chainrule/core';
import { exp, multiply, negate, subtract } from '@chainrule/ops';

/**
 * The same as `poisson`, from the logarithm l of the expected count, which a linear layer can give: exp l − y·l.
 * @throws GraphError if an argument is neither node nor number.
 * @example evaluate(poissonWithLogRate(0, 3)) // 1
 */
export const poissonWithLogRate: Binary = /* @__PURE__ */ defineOp('poissonWithLogRate', {
  expand: (logRate: Node, target: Node) => subtract(exp(logRate), multiply(target, logRate)),
  partials: (_: Node, logRate: Node, target: Node) => [subtract(exp(logRate), target), negate(logRate)],
});
