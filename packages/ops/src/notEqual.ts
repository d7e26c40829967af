import { type Binary, defineOp } from '@chainrule/core';
import { equal } from './equal.ts';
import { select } from './select.ts';

/**
 * 1 if a ≠ b, else 0; its derivative is 0.
 * @example evaluate(notEqual(2, 2)) // 0
 */
export const notEqual: Binary = /* @__PURE__ */ defineOp('notEqual', {
  expand: (a, b) => select(equal(a, b), 0, 1),
  notation: { form: 'infix', symbol: '!=', precedence: 'comparison' },
  finite: true,
});
