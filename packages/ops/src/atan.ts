import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { atan2 } from './atan2.ts';
import { divide } from './divide.ts';
import { multiply } from './multiply.ts';

/**
 * The angle in −π/2 … π/2 radians whose tangent is x.
 * @example evaluate(atan(0)) // 0
 */
export const atan: Unary = /* @__PURE__ */ defineOp('atan', {
  expand: (x) => atan2(x, 1),
  partials: (_, x) => [divide(1, add(1, multiply(x, x)))],
  finite: true,
});
