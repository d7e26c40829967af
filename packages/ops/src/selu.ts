import { defineOp, type Unary } from '@chainrule/core';
import { expm1 } from './expm1.ts';
import { less } from './less.ts';
import { multiply } from './multiply.ts';
import { select } from './select.ts';

/**
 * The scaled exponential linear unit: λ · x above 0, λ · α · (eˣ − 1) below, λ = 1.0507 and α = 1.6733.
 * Klambauer et al., Self-normalizing neural networks, 2017.
 * @example evaluate(selu(-1000)) // -1.7580993408473766
 */
export const selu: Unary = /* @__PURE__ */ defineOp('selu', {
  expand: (x) => select(less(0, x), multiply(1.0507009873554805, x), multiply(1.7580993408473766, expm1(x))),
  finite: true,
});
