import { defineOp, type Unary } from '@chainrule/core';
import { less } from './less.ts';
import { max } from './max.ts';

/**
 * The rectifier max(0, x), with derivative 0 at 0.
 * Nair & Hinton, Rectified linear units improve restricted Boltzmann machines, 2010.
 * @example evaluate(relu(-3)) // 0
 */
export const relu: Unary = /* @__PURE__ */ defineOp('relu', {
  expand: (x) => max(0, x),
  partials: (_, x) => [less(0, x)],
  finite: true,
});
