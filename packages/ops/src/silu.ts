import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';
import { sigmoid } from './sigmoid.ts';

/**
 * The sigmoid linear unit x · sigmoid(x), also known as swish.
 * Elfwing et al., Sigmoid-weighted linear units, 2017; Ramachandran et al., Searching for activation functions, 2017.
 * @example evaluate(silu(1000)) // 1000
 */
export const silu: Unary = /* @__PURE__ */ defineOp('silu', {
  expand: (x) => multiply(x, sigmoid(x)),
  // s + y (1 − s)
  partials: (y, x) => [add(sigmoid(x), multiply(y, sigmoid(negate(x))))],
  finite: true,
});
