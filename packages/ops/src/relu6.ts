import { defineOp, type Unary } from '@chainrule/core';
import { min } from './min.ts';
import { relu } from './relu.ts';

/**
 * The rectifier up to 6: min(6, max(0, x)), with derivative 0 at 0 and at 6.
 * Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010.
 * @example evaluate(relu6(10)) // 6
 */
export const relu6: Unary = /* @__PURE__ */ defineOp('relu6', {
  expand: (x) => min(6, relu(x)),
  finite: true,
});
