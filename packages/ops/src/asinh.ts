import { defineOp, type Unary } from '@chainrule/core';
import { abs } from './abs.ts';
import { add } from './add.ts';
import { divide } from './divide.ts';
import { hypot } from './hypot.ts';
import { less } from './less.ts';
import { log } from './log.ts';
import { log1p } from './log1p.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';
import { select } from './select.ts';
import { sqrt } from './sqrt.ts';

/**
 * The inverse hyperbolic sine ln(x + √(x² + 1)), without cancellation or overflow.
 * @example evaluate(asinh(0)) // 0
 */
export const asinh: Unary = /* @__PURE__ */ defineOp('asinh', {
  // with a = |x|: ln(1 + a + a² / (1 + √(1 + a²))), and ln a + ln 2 where 1 is lost in a²
  expand: (x) => {
    const a = abs(x);
    const square = multiply(a, a);
    const near = log1p(add(a, divide(square, add(1, sqrt(add(1, square))))));
    const y = select(less(a, 2 ** 28), near, add(log(a), Math.LN2));
    return select(less(x, 0), negate(y), y);
  },
  partials: (_, x) => [divide(1, hypot(1, x))],
  finite: true,
});
