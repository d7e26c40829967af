import { type Binary, defineOp } from '@chainrule/core';
import { less } from './less.ts';
import { ordered } from './ordered.ts';
import { select } from './select.ts';

/**
 * 1 if a ≥ b, else 0; its derivative is 0.
 * @example evaluate(greaterOrEqual(2, 2)) // 1
 */
export const greaterOrEqual: Binary = /* @__PURE__ */ defineOp('greaterOrEqual', {
  expand: (a, b) => select(less(a, b), 0, ordered(a, b)),
  notation: { form: 'infix', symbol: '>=', precedence: 'comparison' },
  finite: true,
});
