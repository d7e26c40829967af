import { defineOp, type Unary } from '@chainrule/core';
import { multiply } from './multiply.ts';

/**
 * The square x².
 * @example evaluate(square(3)) // 9
 */
export const square: Unary = /* @__PURE__ */ defineOp('square', {
  expand: (x) => multiply(x, x),
  partials: (_, x) => [multiply(2, x)],
  notation: { form: 'suffix', symbol: ' ** 2', precedence: 'power' },
  finite: true,
});
