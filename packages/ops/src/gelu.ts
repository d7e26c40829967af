import { defineOp, type Unary } from '@chainrule/core';
import { multiply } from './multiply.ts';
import { normalCdf } from './normalCdf.ts';

/**
 * The Gaussian error linear unit x · Φ(x) = x/2 · (1 + erf(x / √2)), exact to an ulp of x.
 * Hendrycks & Gimpel, Gaussian error linear units, 2016.
 * @example evaluate(gelu(1000)) // 1000
 */
export const gelu: Unary = /* @__PURE__ */ defineOp('gelu', {
  expand: (x) => multiply(x, normalCdf(x)),
  finite: true,
});
