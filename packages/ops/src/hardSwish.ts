import { defineOp, type Unary } from '@chainrule/core';
import { hardSigmoid } from './hardSigmoid.ts';
import { multiply } from './multiply.ts';

/**
 * Swish by straight lines: x · hardSigmoid(x).
 * Howard et al., Searching for MobileNetV3, 2019.
 * @example evaluate(hardSwish(3)) // 3
 */
export const hardSwish: Unary = /* @__PURE__ */ defineOp('hardSwish', {
  expand: (x) => multiply(x, hardSigmoid(x)),
  finite: true,
});
