import { defineOp, type Unary } from '@chainrule/core';
import { multiply } from './multiply.ts';

/**
 * The cube x³.
 * @example evaluate(cube(2)) // 8
 */
export const cube: Unary = /* @__PURE__ */ defineOp('cube', {
  expand: (x) => multiply(x, x, x),
  partials: (_, x) => [multiply(3, x, x)],
  notation: { form: 'suffix', symbol: ' ** 3', precedence: 'power' },
  finite: true,
});
