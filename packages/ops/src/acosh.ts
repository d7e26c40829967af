import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { asinh } from './asinh.ts';
import { divide } from './divide.ts';
import { multiply } from './multiply.ts';
import { sqrt } from './sqrt.ts';
import { subtract } from './subtract.ts';

/**
 * The inverse hyperbolic cosine ln(x + √(x² − 1)) = 2 · asinh √((x − 1) / 2), for x ≥ 1.
 * @example evaluate(acosh(1)) // 0
 */
export const acosh: Unary = /* @__PURE__ */ defineOp('acosh', {
  expand: (x) => multiply(2, asinh(sqrt(multiply(0.5, subtract(x, 1))))),
  partials: (_, x) => [divide(1, multiply(sqrt(subtract(x, 1)), sqrt(add(x, 1))))],
});
