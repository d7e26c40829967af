import { defineOp, type Unary } from '@chainrule/core';
import { divide } from './divide.ts';
import { log } from './log.ts';

/**
 * The logarithm to base 2: ln x / ln 2.
 * @example evaluate(log2(8)) // 3
 */
export const log2: Unary = /* @__PURE__ */ defineOp('log2', {
  expand: (x) => divide(log(x), Math.LN2),
});
