import { type Binary, defineOp } from '@chainrule/core';
import { less } from './less.ts';
import { lessOrEqual } from './lessOrEqual.ts';
import { select } from './select.ts';

/**
 * 1 if a = b, else 0; its derivative is 0.
 * @example evaluate(equal(2, 2)) // 1
 */
export const equal: Binary = /* @__PURE__ */ defineOp('equal', {
  expand: (a, b) => select(less(a, b), 0, lessOrEqual(a, b)),
  notation: { form: 'infix', symbol: '==', precedence: 'comparison' },
  finite: true,
});
