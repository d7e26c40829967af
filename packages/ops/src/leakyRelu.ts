import { defineOp, type Unary } from '@chainrule/core';
import { less } from './less.ts';
import { multiply } from './multiply.ts';
import { select } from './select.ts';

/**
 * The leaky rectifier: x above 0, x / 100 below, with derivative 0.01 at 0.
 * Maas et al., Rectifier nonlinearities improve neural network acoustic models, 2013.
 * @example evaluate(leakyRelu(-3)) // -0.03
 */
export const leakyRelu: Unary = /* @__PURE__ */ defineOp('leakyRelu', {
  expand: (x) => select(less(0, x), x, multiply(0.01, x)),
  finite: true,
});
