import { defineListOp, type Listed } from '@chainrule/core';
import { divide } from './divide.ts';
import { mean } from './mean.ts';
import { multiply } from './multiply.ts';
import { select } from './select.ts';
import { sqrt } from './sqrt.ts';
import { subtract } from './subtract.ts';
import { variance } from './variance.ts';

/**
 * The root of the mean square deviation of a list from its mean: √(Σ (xᵢ − m)² / n).
 * Where all elements are equal its derivatives are 0.
 * @example evaluate(standardDeviation([1, 3])) // 1
 */
export const standardDeviation: Listed = /* @__PURE__ */ defineListOp('standardDeviation', {
  expand: (xs) => sqrt(variance(xs)),
  // (xᵢ − m) / (n y)
  partials: (y, xs) => {
    const m = mean(xs);
    return xs.map((x) => select(y, divide(subtract(x, m), multiply(xs.length, y)), 0));
  },
});
