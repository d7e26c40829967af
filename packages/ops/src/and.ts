import { type Binary, defineOp } from '@chainrule/core';
import { select } from './select.ts';

/**
 * 1 if neither a nor b is 0, else 0; its derivative is 0.
 * @example evaluate(and(less(1, 2), less(2, 3))) // 1
 */
export const and: Binary = /* @__PURE__ */ defineOp('and', {
  expand: (a, b) => select(a, select(b, 1, 0), 0),
  finite: true,
});
