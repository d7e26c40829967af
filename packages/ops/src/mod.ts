import { type Binary, defineOp } from '@chainrule/core';
import { divide } from './divide.ts';
import { floor } from './floor.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';
import { subtract } from './subtract.ts';

/**
 * The remainder of a / b with the sign of b: a − b · ⌊a / b⌋, to within an ulp of a.
 * Where a is a multiple of b but for rounding, the result may lie on either side.
 * @example evaluate(mod(-1, 3)) // 2
 */
export const mod: Binary = /* @__PURE__ */ defineOp('mod', {
  expand: (a, b) => subtract(a, multiply(b, floor(divide(a, b)))),
  partials: (_, a, b) => [1, negate(floor(divide(a, b)))],
});
