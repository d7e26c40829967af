import { defineOp, type Unary } from '@chainrule/core';
import { abs } from './abs.ts';
import { add } from './add.ts';
import { exp } from './exp.ts';
import { log1p } from './log1p.ts';
import { max } from './max.ts';
import { negate } from './negate.ts';
import { sigmoid } from './sigmoid.ts';

/**
 * A smooth relu: ln(1 + eˣ), computed as max(x, 0) + ln(1 + e^−|x|).
 * Dugas et al., Incorporating second-order functional knowledge, 2000.
 * @example evaluate(softplus(1000)) // 1000
 */
export const softplus: Unary = /* @__PURE__ */ defineOp('softplus', {
  expand: (x) => add(max(x, 0), log1p(exp(negate(abs(x))))),
  partials: (_, x) => [sigmoid(x)],
  finite: true,
});
