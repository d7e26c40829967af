import { type Binary, defineOp, type Node } from '@chainrule/core';
import { abs, subtract } from '@chainrule/ops';

/**
 * The absolute error |p − t|; its derivative at p = t is 0.
 * @throws GraphError if an argument is neither node nor number.
 * @example evaluate(absoluteError(3, 1)) // 2
 */
export const absoluteError: Binary = /* @__PURE__ */ defineOp('absoluteError', {
  expand: (prediction: Node, target: Node) => abs(subtract(prediction, target)),
  finite: true,
});
