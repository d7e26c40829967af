import { defineOp, type Unary } from '@chainrule/core';
import { multiply } from './multiply.ts';
import { power } from './power.ts';

/**
 * The power of two 2ˣ.
 * @example evaluate(exp2(10)) // 1024
 */
export const exp2: Unary = /* @__PURE__ */ defineOp('exp2', {
  expand: (x) => power(2, x),
  partials: (y) => [multiply(Math.LN2, y)],
});
