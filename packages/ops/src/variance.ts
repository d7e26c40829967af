import { defineListOp, type Listed } from '@chainrule/core';
import { mean } from './mean.ts';
import { multiply } from './multiply.ts';
import { square } from './square.ts';
import { subtract } from './subtract.ts';

/**
 * The mean square deviation of a list from its mean: Σ (xᵢ − m)² / n.
 * @example evaluate(variance([1, 3])) // 1
 */
export const variance: Listed = /* @__PURE__ */ defineListOp('variance', {
  expand: (xs) => {
    const m = mean(xs);
    return mean(xs.map((x) => square(subtract(x, m))));
  },
  // 2 (xᵢ − m) / n
  partials: (_, xs) => {
    const m = mean(xs);
    return xs.map((x) => multiply(2 / xs.length, subtract(x, m)));
  },
  finite: true,
});
