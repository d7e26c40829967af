import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { erf } from './erf.ts';
import { exp } from './exp.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';

/**
 * The probability that a standard normal variable is below x: (1 + erf(x / √2)) / 2.
 * Exact to 2⁻⁵³ absolutely: below −8.3 it is 0.
 * @example evaluate(normalCdf(0)) // 0.5
 */
export const normalCdf: Unary = /* @__PURE__ */ defineOp('normalCdf', {
  expand: (x) => multiply(0.5, add(1, erf(multiply(Math.SQRT1_2, x)))),
  // exp(−x²/2) / √(2π)
  partials: (_, x) => [multiply(0.3989422804014327, exp(multiply(-0.5, multiply(x, x))))],
  finite: true,
  complement: (x) => normalCdf(negate(x)),
});
