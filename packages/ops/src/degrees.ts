import { defineOp, type Unary } from '@chainrule/core';
import { multiply } from './multiply.ts';

/**
 * An angle of x radians in degrees: x · 180 / π.
 * @example evaluate(degrees(Math.PI)) // 180
 */
export const degrees: Unary = /* @__PURE__ */ defineOp('degrees', {
  expand: (x) => multiply(180 / Math.PI, x),
  finite: true,
});
