import { defineOp, type Unary } from '@chainrule/core';
import { exp } from './exp.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';

/**
 * The bell exp(−x²), to x² · 2⁻⁵³ relatively.
 * @example evaluate(gaussian(0)) // 1
 */
export const gaussian: Unary = /* @__PURE__ */ defineOp('gaussian', {
  expand: (x) => exp(negate(multiply(x, x))),
  partials: (y, x) => [multiply(-2, y, x)],
  finite: true,
});
