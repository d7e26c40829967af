import { type Binary, defineOp } from '@chainrule/core';
import { abs } from './abs.ts';
import { add } from './add.ts';
import { divide } from './divide.ts';
import { max } from './max.ts';
import { min } from './min.ts';
import { multiply } from './multiply.ts';
import { select } from './select.ts';
import { sqrt } from './sqrt.ts';
import { square } from './square.ts';

/**
 * The length of the vector (a, b): √(a² + b²) without overflow, with derivatives 0 at the origin.
 * @example evaluate(hypot(0, -1e300)) // 1e300
 */
export const hypot: Binary = /* @__PURE__ */ defineOp('hypot', {
  // with m the longer side and n the shorter: m · √(1 + (n/m)²)
  expand: (a, b) => {
    const m = max(abs(a), abs(b));
    const n = min(abs(a), abs(b));
    return select(m, multiply(m, sqrt(add(1, square(divide(n, m))))), 0);
  },
  partials: (y, a, b) => [select(y, divide(a, y), 0), select(y, divide(b, y), 0)],
});
