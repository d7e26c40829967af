import { defineListOp, type Listed } from '@chainrule/core';
import { square } from './square.ts';
import { sum } from './sum.ts';

/**
 * The sum of the squares of a list: Σ xᵢ².
 * @example evaluate(sumOfSquares([1, 2, 3])) // 14
 */
export const sumOfSquares: Listed = /* @__PURE__ */ defineListOp('sumOfSquares', {
  expand: (xs) => sum(xs.map(square)),
  finite: true,
});
