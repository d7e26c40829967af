import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { clamp } from './clamp.ts';
import { multiply } from './multiply.ts';
import { sigmoid } from './sigmoid.ts';
import { subtract } from './subtract.ts';

/**
 * The Gaussian error linear unit by its tanh approximation: x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³))).
 * Hendrycks & Gimpel, Gaussian error linear units, 2016. Computed as x · sigmoid(√(8/π) · (x + …)), which keeps the tail below −5,
 * there to |x|³ · 2⁻⁵³ relatively.
 * @example evaluate(geluTanh(1000)) // 1000
 */
export const geluTanh: Unary = /* @__PURE__ */ defineOp('geluTanh', {
  expand: (x) => multiply(x, sigmoid(multiply(1.5957691216057308, x, add(1, multiply(0.044715, x, x))))),
  // s + s (1 − s) · √(8/π) · (x + 0.134145 x³); beyond ±30, s (1 − s) is 0 and x³ need not grow further
  partials: (_, x) => {
    const s = sigmoid(multiply(1.5957691216057308, x, add(1, multiply(0.044715, x, x))));
    const c = clamp(x, -30, 30);
    return [add(s, multiply(s, subtract(1, s), 1.5957691216057308, c, add(1, multiply(0.134145, c, c))))];
  },
  finite: true,
});
