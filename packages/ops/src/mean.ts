import { defineListOp, type Listed } from '@chainrule/core';
import { divide } from './divide.ts';
import { sum } from './sum.ts';

/**
 * The mean of a list: Σ xᵢ / n.
 * @example evaluate(mean([1, 2, 6])) // 3
 */
export const mean: Listed = /* @__PURE__ */ defineListOp('mean', {
  expand: (xs) => divide(sum(xs), xs.length),
  finite: true,
});
