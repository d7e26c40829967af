import { defineOp, type Unary } from '@chainrule/core';
import { abs } from './abs.ts';
import { add } from './add.ts';
import { divide } from './divide.ts';
import { square } from './square.ts';

/**
 * The gentle sigmoid x / (1 + |x|), from −1 to 1.
 * Bergstra et al., Quadratic polynomials learn better image features, 2009.
 * @example evaluate(softsign(3)) // 0.75
 */
export const softsign: Unary = /* @__PURE__ */ defineOp('softsign', {
  expand: (x) => divide(x, add(1, abs(x))),
  partials: (_, x) => [square(divide(1, add(1, abs(x))))],
  finite: true,
});
