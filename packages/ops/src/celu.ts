import { type Binary, defineOp } from '@chainrule/core';
import { divide } from './divide.ts';
import { expm1 } from './expm1.ts';
import { less } from './less.ts';
import { multiply } from './multiply.ts';
import { select } from './select.ts';

/**
 * The continuously differentiable exponential linear unit: x above 0, `alpha` · (exp(x / `alpha`) − 1) below.
 * Barron, Continuously differentiable exponential linear units, 2017.
 * @example evaluate(celu(-1000, 2)) // -2
 */
export const celu: Binary = /* @__PURE__ */ defineOp('celu', {
  expand: (x, alpha) => select(less(0, x), x, multiply(alpha, expm1(divide(x, alpha)))),
});
