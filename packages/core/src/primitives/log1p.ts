import { make } from '../build.ts';
import { log1p as value } from '../elementary/index.ts';
import { add } from './add.ts';
import { divide } from './divide.ts';
import { log } from './log.ts';
import { argOf, of1, unary } from './match.ts';
import { negate } from './negate.ts';
import { definePrimitive, type Primitive } from './primitive.ts';
import { logOfComplement } from './stated.ts';

/** log(1 + x), accurate near 0. */
export const log1p: Primitive = /* @__PURE__ */ definePrimitive('log1p', () => ({
  arity: 1,
  finite: false,
  value,
  // 1/(1 + x)
  partials: of1((_, x) => make(divide, 1, make(add, 1, x))),
  laws: [
    // log(1 + −f(x)) → the logarithm of the complement: log1p(−sigmoid(z)) → −softplus(z)
    unary((x) => logOfComplement(log, argOf(x, negate, 0))),
  ],
}));
