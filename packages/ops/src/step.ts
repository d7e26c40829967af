import { defineOp, type Unary } from '@chainrule/core';
import { less } from './less.ts';

/**
 * The unit step: 1 if x > 0, else 0; its derivative is 0.
 * @example evaluate(step(3)) // 1
 */
export const step: Unary = /* @__PURE__ */ defineOp('step', {
  expand: (x) => less(0, x),
  finite: true,
});
