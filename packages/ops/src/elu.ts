import { defineOp, type Unary } from '@chainrule/core';
import { expm1 } from './expm1.ts';
import { less } from './less.ts';
import { select } from './select.ts';

/**
 * The exponential linear unit: x above 0, eˣ − 1 below.
 * Clevert et al., Fast and accurate deep network learning by exponential linear units, 2015.
 * @example evaluate(elu(-1000)) // -1
 */
export const elu: Unary = /* @__PURE__ */ defineOp('elu', {
  expand: (x) => select(less(0, x), x, expm1(x)),
  finite: true,
});
