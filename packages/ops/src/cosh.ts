import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { divide } from './divide.ts';
import { exp } from './exp.ts';
import { multiply } from './multiply.ts';
import { sinh } from './sinh.ts';

/**
 * The hyperbolic cosine (eˣ + e⁻ˣ) / 2.
 * @example evaluate(cosh(0)) // 1
 */
export const cosh: Unary = /* @__PURE__ */ defineOp('cosh', {
  // with e = exp(x/2), so that e² may be as large as 2 · 1.8e308
  expand: (x) => {
    const e = exp(multiply(0.5, x));
    return add(multiply(0.5, e, e), divide(divide(0.5, e), e));
  },
  partials: (_, x) => [sinh(x)],
});
