import { defineListOp, type Listed } from '@chainrule/core';
import { add } from './add.ts';
import { exp } from './exp.ts';
import { log } from './log.ts';
import { maximum } from './maximum.ts';
import { subtract } from './subtract.ts';
import { sum } from './sum.ts';

/**
 * The logarithm of a sum of exponentials, ln Σ exp xᵢ, without overflow: m + ln Σ exp(xᵢ − m), m = max x.
 * Its derivatives are the softmax of the list, exp(xᵢ − y), to |y| · 2⁻⁵² relatively. Of an infinite list it is not a number.
 * @example evaluate(logSumExp([1000, -1000])) // 1000
 */
export const logSumExp: Listed = /* @__PURE__ */ defineListOp('logSumExp', {
  expand: (xs) => {
    const m = maximum(xs);
    return add(m, log(sum(xs.map((x) => exp(subtract(x, m))))));
  },
  partials: (y, xs) => xs.map((x) => exp(subtract(x, y))),
  finite: true,
});
