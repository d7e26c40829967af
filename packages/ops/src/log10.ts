import { defineOp, type Unary } from '@chainrule/core';
import { divide } from './divide.ts';
import { log } from './log.ts';

/**
 * The logarithm to base 10: ln x / ln 10.
 * @example evaluate(log10(100)) // 2
 */
export const log10: Unary = /* @__PURE__ */ defineOp('log10', {
  expand: (x) => divide(log(x), Math.LN10),
});
