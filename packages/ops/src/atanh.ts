import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { divide } from './divide.ts';
import { log1p } from './log1p.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';
import { subtract } from './subtract.ts';

/**
 * The inverse hyperbolic tangent ln((1 + x) / (1 − x)) / 2, without cancellation near 0.
 * @example evaluate(atanh(0)) // 0
 */
export const atanh: Unary = /* @__PURE__ */ defineOp('atanh', {
  expand: (x) => multiply(0.5, subtract(log1p(x), log1p(negate(x)))),
  partials: (_, x) => [divide(1, multiply(subtract(1, x), add(1, x)))],
});
