import { defineOp, type Unary } from '@chainrule/core';
import { multiply } from './multiply.ts';
import { softplus } from './softplus.ts';
import { tanh } from './tanh.ts';

/**
 * The smooth activation x · tanh(softplus(x)).
 * Misra, Mish: a self regularized non-monotonic activation function, 2019.
 * @example evaluate(mish(1000)) // 1000
 */
export const mish: Unary = /* @__PURE__ */ defineOp('mish', {
  expand: (x) => multiply(x, tanh(softplus(x))),
  finite: true,
});
