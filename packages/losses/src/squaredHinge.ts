import { type Binary, defineOp, type Node } from '@chainrule/core';
import { multiply, relu, square, subtract } from '@chainrule/ops';

/**
 * The squared hinge loss of a score s and a target t, −1 or 1: max(0, 1 − t·s)², smooth at t·s = 1.
 * @throws GraphError if an argument is neither node nor number.
 * @example evaluate(squaredHinge(0.5, -1)) // 2.25
 */
export const squaredHinge: Binary = /* @__PURE__ */ defineOp('squaredHinge', {
  expand: (score: Node, target: Node) => square(relu(subtract(1, multiply(target, score)))),
  finite: true,
});
