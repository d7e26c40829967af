import { defineOp, type Unary } from '@chainrule/core';
import { square } from './square.ts';
import { subtract } from './subtract.ts';
import { tanh } from './tanh.ts';

/**
 * What tanh takes away: x − tanh(x), exact to an ulp of x.
 * @example evaluate(tanhshrink(1000)) // 999
 */
export const tanhshrink: Unary = /* @__PURE__ */ defineOp('tanhshrink', {
  expand: (x) => subtract(x, tanh(x)),
  partials: (_, x) => [square(tanh(x))],
  finite: true,
});
