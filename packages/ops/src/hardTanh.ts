import { defineOp, type Unary } from '@chainrule/core';
import { max } from './max.ts';
import { min } from './min.ts';

/**
 * x between −1 and 1: min(1, max(−1, x)), with derivative 0 at ±1.
 * Collobert, Large scale machine learning, 2004.
 * @example evaluate(hardTanh(3)) // 1
 */
export const hardTanh: Unary = /* @__PURE__ */ defineOp('hardTanh', {
  expand: (x) => min(1, max(-1, x)),
  finite: true,
});
