import { defineOp, type Unary } from '@chainrule/core';
import { abs } from './abs.ts';
import { add } from './add.ts';
import { cosh } from './cosh.ts';
import { divide } from './divide.ts';
import { expm1 } from './expm1.ts';
import { less } from './less.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';
import { select } from './select.ts';
import { square } from './square.ts';

/**
 * The hyperbolic sine (eˣ − e⁻ˣ) / 2, without cancellation near 0.
 * @example evaluate(sinh(0)) // 0
 */
export const sinh: Unary = /* @__PURE__ */ defineOp('sinh', {
  // with h = exp(|x|/2) − 1: h/2 · (h + 2) · (1 + 1/(h + 1)²)
  expand: (x) => {
    const h = expm1(multiply(0.5, abs(x)));
    const y = multiply(0.5, h, add(h, 2), add(1, square(divide(1, add(h, 1)))));
    return select(less(x, 0), negate(y), y);
  },
  partials: (_, x) => [cosh(x)],
});
