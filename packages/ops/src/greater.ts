import { type Binary, defineOp } from '@chainrule/core';
import { less } from './less.ts';

/**
 * 1 if a > b, else 0; its derivative is 0.
 * @example evaluate(greater(2, 2)) // 0
 */
export const greater: Binary = /* @__PURE__ */ defineOp('greater', {
  expand: (a, b) => less(b, a),
  notation: { form: 'infix', symbol: '>', precedence: 'comparison' },
  finite: true,
});
