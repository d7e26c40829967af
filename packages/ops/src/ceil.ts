import { defineOp, type Unary } from '@chainrule/core';
import { floor } from './floor.ts';
import { negate } from './negate.ts';

/**
 * The smallest whole number that is not less than x; its derivative is 0.
 * @example evaluate(ceil(1.5)) // 2
 */
export const ceil: Unary = /* @__PURE__ */ defineOp('ceil', {
  expand: (x) => negate(floor(negate(x))),
  finite: true,
});
