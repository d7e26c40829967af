import { type Binary, defineOp } from '@chainrule/core';
import { select } from './select.ts';

/**
 * 0 if both a and b are 0, else 1; its derivative is 0.
 * @example evaluate(or(less(2, 1), less(2, 3))) // 1
 */
export const or: Binary = /* @__PURE__ */ defineOp('or', {
  expand: (a, b) => select(a, 1, select(b, 1, 0)),
  finite: true,
});
