import { type Binary, defineOp } from '@chainrule/core';
import { abs } from './abs.ts';
import { add } from './add.ts';
import { exp } from './exp.ts';
import { log1p } from './log1p.ts';
import { max } from './max.ts';
import { negate } from './negate.ts';
import { sigmoid } from './sigmoid.ts';
import { subtract } from './subtract.ts';

/**
 * The logarithm of the sum of two exponentials, ln(eᵃ + eᵇ), without overflow: max(a, b) + ln(1 + exp(−|a − b|)).
 * @example evaluate(logAddExp(1000, -1000)) // 1000
 */
export const logAddExp: Binary = /* @__PURE__ */ defineOp('logAddExp', {
  expand: (a, b) => add(max(a, b), log1p(exp(negate(abs(subtract(a, b)))))),
  partials: (_, a, b) => [sigmoid(subtract(a, b)), sigmoid(subtract(b, a))],
  finite: true,
});
