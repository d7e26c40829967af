import { type Binary, defineOp, type Node } from '@chainrule/core';
import { multiply, negate, square, subtract } from '@chainrule/ops';

/**
 * The squared error (p − t)², with derivative 2 · (p − t).
 * @throws GraphError if an argument is neither node nor number.
 * @example evaluate(squaredError(3, 1)) // 4
 */
export const squaredError: Binary = /* @__PURE__ */ defineOp('squaredError', {
  expand: (prediction: Node, target: Node) => square(subtract(prediction, target)),
  partials: (_: Node, prediction: Node, target: Node) => {
    const slope = multiply(2, subtract(prediction, target));
    return [slope, negate(slope)];
  },
  finite: true,
});
