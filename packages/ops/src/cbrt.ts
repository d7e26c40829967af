import { defineOp, type Unary } from '@chainrule/core';
import { abs } from './abs.ts';
import { add } from './add.ts';
import { divide } from './divide.ts';
import { less } from './less.ts';
import { log } from './log.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';
import { power } from './power.ts';
import { select } from './select.ts';

/**
 * The real cube root ∛x, of negative numbers too. Its derivative at 0 is ∞.
 * @example evaluate(cbrt(-27)) // -3
 */
export const cbrt: Unary = /* @__PURE__ */ defineOp('cbrt', {
  expand: (x) => {
    const a = abs(x);
    const y = power(a, 1 / 3);
    // 1/3 is a double and 1.85e−17 more: a^(1/3) = y · (1 + 1.85e−17 · log a)
    const root = add(y, multiply(y, multiply(1.850371707708594e-17, log(a))));
    return select(less(0, x), root, select(x, negate(root), x));
  },
  partials: (y) => [divide(1, multiply(3, y, y))],
});
