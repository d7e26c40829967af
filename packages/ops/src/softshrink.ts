import { defineOp, type Unary } from '@chainrule/core';
import { clamp } from './clamp.ts';
import { subtract } from './subtract.ts';

/**
 * x moved towards 0 by 1/2, and 0 between: x − clamp(x, −1/2, 1/2), with derivative 0 at ±1/2.
 * @example evaluate(softshrink(3)) // 2.5
 */
export const softshrink: Unary = /* @__PURE__ */ defineOp('softshrink', {
  expand: (x) => subtract(x, clamp(x, -0.5, 0.5)),
  finite: true,
});
