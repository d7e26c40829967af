import { defineOp, type Unary } from '@chainrule/core';
import { negate } from './negate.ts';
import { sigmoid } from './sigmoid.ts';
import { softplus } from './softplus.ts';

/**
 * The logarithm of the sigmoid: ln(1 / (1 + e⁻ˣ)) = −softplus(−x).
 * @example evaluate(logSigmoid(-1000)) // -1000
 */
export const logSigmoid: Unary = /* @__PURE__ */ defineOp('logSigmoid', {
  expand: (x) => negate(softplus(negate(x))),
  partials: (_, x) => [sigmoid(negate(x))],
  finite: true,
});
