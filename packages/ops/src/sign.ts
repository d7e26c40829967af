import { defineOp, type Unary } from '@chainrule/core';
import { less } from './less.ts';
import { select } from './select.ts';

/**
 * The sign of x: −1, 0 or 1; its derivative is 0.
 * @example evaluate(sign(-3)) // -1
 */
export const sign: Unary = /* @__PURE__ */ defineOp('sign', {
  expand: (x) => select(less(0, x), 1, select(less(x, 0), -1, x)),
  partials: () => [0],
  finite: true,
});
