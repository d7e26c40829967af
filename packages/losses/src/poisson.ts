import { type Binary, defineOp, type Node } from '@chainrule/core';
import { log, subtract } from '@chainrule/ops';
import { weighted } from './weighted.ts';

/**
 * The negative logarithm of the probability to count y when the expected count is the rate r, but for the terms without r:
 * r − y·log r, where 0 · log 0 counts as 0.
 * @throws GraphError if an argument is neither node nor number.
 * @example evaluate(poisson(2, 3)) // 2 − 3 · log 2
 */
export const poisson: Binary = /* @__PURE__ */ defineOp('poisson', {
  expand: (rate: Node, target: Node) => subtract(rate, weighted(target, log(rate))),
});
