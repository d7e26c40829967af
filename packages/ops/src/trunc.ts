import { defineOp, type Unary } from '@chainrule/core';
import { ceil } from './ceil.ts';
import { floor } from './floor.ts';
import { less } from './less.ts';
import { select } from './select.ts';

/**
 * x without its decimals, towards 0; its derivative is 0.
 * @example evaluate(trunc(-1.5)) // -1
 */
export const trunc: Unary = /* @__PURE__ */ defineOp('trunc', {
  expand: (x) => select(less(x, 0), ceil(x), floor(x)),
  finite: true,
});
