import { defineOp, type Unary } from '@chainrule/core';
import { floor } from './floor.ts';
import { subtract } from './subtract.ts';

/**
 * What x has above the whole number below it: x − ⌊x⌋; its derivative is 1.
 * @example evaluate(fraction(-1.25)) // 0.75
 */
export const fraction: Unary = /* @__PURE__ */ defineOp('fraction', {
  expand: (x) => subtract(x, floor(x)),
  finite: true,
});
