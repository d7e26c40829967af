import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { divide } from './divide.ts';
import { exp } from './exp.ts';
import { negate } from './negate.ts';
import { softplus } from './softplus.ts';
import { square } from './square.ts';
import { subtract } from './subtract.ts';

/**
 * The logistic function 1 / (1 + e⁻ˣ), from 0 to 1.
 * Its logarithm and 1 − sigmoid(x) are rewritten to forms that keep their digits; the derivative y · (1 − y) is exact to an
 * ulp of 1.
 * @example evaluate(sigmoid(0)) // 0.5
 */
export const sigmoid: Unary = /* @__PURE__ */ defineOp('sigmoid', {
  expand: (x) => divide(1, add(1, exp(negate(x)))),
  // y · (1 − y), in a form that takes no second exponential for 1 − y
  partials: (y) => [subtract(y, square(y))],
  finite: true,
  log: (x) => negate(softplus(negate(x))),
  complement: (x) => sigmoid(negate(x)),
});
