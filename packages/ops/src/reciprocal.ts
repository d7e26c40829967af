import { defineOp, type Unary } from '@chainrule/core';
import { divide } from './divide.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';

/**
 * The reciprocal 1 / x.
 * @example evaluate(reciprocal(4)) // 0.25
 */
export const reciprocal: Unary = /* @__PURE__ */ defineOp('reciprocal', {
  expand: (x) => divide(1, x),
  partials: (y) => [negate(multiply(y, y))],
});
