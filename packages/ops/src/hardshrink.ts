import { defineOp, type Unary } from '@chainrule/core';
import { abs } from './abs.ts';
import { lessOrEqual } from './lessOrEqual.ts';
import { select } from './select.ts';

/**
 * 0 where |x| ≤ 1/2, else x; its derivative at ±1/2 is 0.
 * @example evaluate(hardshrink(0.25)) // 0
 */
export const hardshrink: Unary = /* @__PURE__ */ defineOp('hardshrink', {
  expand: (x) => select(lessOrEqual(abs(x), 0.5), 0, x),
  finite: true,
});
