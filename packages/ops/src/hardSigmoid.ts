import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { divide } from './divide.ts';
import { relu6 } from './relu6.ts';

/**
 * The sigmoid by straight lines: x / 6 + 1/2 between 0 and 1, with derivative 0 at ±3.
 * Courbariaux et al., BinaryConnect, 2015; here with the slope of MobileNetV3.
 * @example evaluate(hardSigmoid(3)) // 1
 */
export const hardSigmoid: Unary = /* @__PURE__ */ defineOp('hardSigmoid', {
  expand: (x) => divide(relu6(add(x, 3)), 6),
  finite: true,
});
