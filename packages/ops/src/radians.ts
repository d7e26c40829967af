import { defineOp, type Unary } from '@chainrule/core';
import { multiply } from './multiply.ts';

/**
 * An angle of x degrees in radians: x · π / 180.
 * @example evaluate(radians(180)) // 3.141592653589793
 */
export const radians: Unary = /* @__PURE__ */ defineOp('radians', {
  expand: (x) => multiply(Math.PI / 180, x),
  finite: true,
});
