import { defineOp, type Ternary } from '@chainrule/core';
import { add } from './add.ts';
import { multiply } from './multiply.ts';
import { subtract } from './subtract.ts';

/**
 * The point between a and b: a at t = 0, b at t = 1, (1 − t) · a + t · b.
 * @example evaluate(lerp(10, 20, 0.25)) // 12.5
 */
export const lerp: Ternary = /* @__PURE__ */ defineOp('lerp', {
  expand: (a, b, t) => add(multiply(subtract(1, t), a), multiply(t, b)),
  partials: (_, a, b, t) => [subtract(1, t), t, subtract(b, a)],
  finite: true,
});
