import { defineOp, type Unary } from '@chainrule/core';
import { select } from './select.ts';

/**
 * 1 if x is 0, else 0; its derivative is 0.
 * @example evaluate(not(less(1, 2))) // 0
 */
export const not: Unary = /* @__PURE__ */ defineOp('not', {
  expand: (x) => select(x, 0, 1),
  finite: true,
});
