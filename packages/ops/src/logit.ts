import { defineOp, type Unary } from '@chainrule/core';
import { abs } from './abs.ts';
import { divide } from './divide.ts';
import { less } from './less.ts';
import { log } from './log.ts';
import { log1p } from './log1p.ts';
import { multiply } from './multiply.ts';
import { select } from './select.ts';
import { subtract } from './subtract.ts';

/**
 * The log-odds of a probability, ln(x / (1 − x)): the inverse of sigmoid.
 * @example evaluate(logit(0.5)) // 0
 */
export const logit: Unary = /* @__PURE__ */ defineOp('logit', {
  // near 1/2 as ln(1 + (2x − 1) / (1 − x)), which does not cancel
  expand: (x) =>
    select(
      less(abs(subtract(x, 0.5)), 0.25),
      log1p(divide(subtract(multiply(2, x), 1), subtract(1, x))),
      log(divide(x, subtract(1, x))),
    ),
  partials: (_, x) => [divide(1, multiply(x, subtract(1, x)))],
});
