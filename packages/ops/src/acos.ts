import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { atan2 } from './atan2.ts';
import { divide } from './divide.ts';
import { multiply } from './multiply.ts';
import { sqrt } from './sqrt.ts';
import { subtract } from './subtract.ts';

/**
 * The angle in 0 … π radians whose cosine is x.
 * @example evaluate(acos(-1)) // 3.141592653589793
 */
export const acos: Unary = /* @__PURE__ */ defineOp('acos', {
  expand: (x) => atan2(sqrt(multiply(subtract(1, x), add(1, x))), x),
  partials: (_, x) => [divide(-1, sqrt(multiply(subtract(1, x), add(1, x))))],
});
