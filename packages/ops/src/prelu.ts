import { type Binary, defineOp } from '@chainrule/core';
import { less } from './less.ts';
import { multiply } from './multiply.ts';
import { select } from './select.ts';

/**
 * The rectifier with a slope below 0 of its own: x above 0, `slope` · x below.
 * He et al., Delving deep into rectifiers, 2015.
 * @example evaluate(prelu(-3, 0.25)) // -0.75
 */
export const prelu: Binary = /* @__PURE__ */ defineOp('prelu', {
  expand: (x, slope) => select(less(0, x), x, multiply(slope, x)),
  finite: true,
});
