import { type Binary, defineOp, type Node } from '@chainrule/core';
import { multiply, relu, subtract } from '@chainrule/ops';

/**
 * The hinge loss of a score s and a target t, −1 or 1: max(0, 1 − t·s). Its derivative at t·s = 1 is 0.
 * Cortes & Vapnik, "Support-vector networks", 1995.
 * @throws GraphError if an argument is neither node nor number.
 * @example evaluate(hinge(0.25, -1)) // 1.25
 */
export const hinge: Binary = /* @__PURE__ */ defineOp('hinge', {
  expand: (score: Node, target: Node) => relu(subtract(1, multiply(target, score))),
  finite: true,
});
