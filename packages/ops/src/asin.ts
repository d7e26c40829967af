import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { atan2 } from './atan2.ts';
import { divide } from './divide.ts';
import { multiply } from './multiply.ts';
import { sqrt } from './sqrt.ts';
import { subtract } from './subtract.ts';

/**
 * The angle in −π/2 … π/2 radians whose sine is x.
 * @example evaluate(asin(1)) // 1.5707963267948966
 */
export const asin: Unary = /* @__PURE__ */ defineOp('asin', {
  expand: (x) => atan2(x, sqrt(multiply(subtract(1, x), add(1, x)))),
  partials: (_, x) => [divide(1, sqrt(multiply(subtract(1, x), add(1, x))))],
});
