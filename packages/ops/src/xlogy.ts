import { type Binary, defineOp } from '@chainrule/core';
import { divide } from './divide.ts';
import { log } from './log.ts';
import { multiply } from './multiply.ts';
import { select } from './select.ts';

/**
 * x · ln y, and 0 where x = 0, whatever y is: the terms of an entropy.
 * @example evaluate(xlogy(0, 0)) // 0
 */
export const xlogy: Binary = /* @__PURE__ */ defineOp('xlogy', {
  expand: (x, y) => select(x, multiply(x, log(y)), 0),
  partials: (_, x, y) => [log(y), select(x, divide(x, y), 0)],
});
