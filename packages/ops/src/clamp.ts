import { defineOp, type Ternary } from '@chainrule/core';
import { max } from './max.ts';
import { min } from './min.ts';

/**
 * x limited to the range from `low` to `high`: min(max(x, low), high).
 * On a limit the derivative belongs to x.
 * @example evaluate(clamp(7, 0, 5)) // 5
 */
export const clamp: Ternary = /* @__PURE__ */ defineOp('clamp', {
  expand: (x, low, high) => min(max(x, low), high),
  finite: true,
});
