import { make } from '../build.ts';
import { log as value } from '../elementary/index.ts';
import { divide } from './divide.ts';
import { exp } from './exp.ts';
import { argOf, is, of1, unary } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';
import { logOf, logOfComplement } from './stated.ts';
import { subtract } from './subtract.ts';

/** The natural logarithm. */
export const log: Primitive = /* @__PURE__ */ definePrimitive('log', () => ({
  arity: 1,
  finite: false,
  value,
  // 1/x
  partials: of1((_, x) => make(divide, 1, x)),
  laws: [
    // log exp u → u
    unary((x) => argOf(x, exp, 0)),
    // log f(x) → the logarithm that f states: log sigmoid(z) → −softplus(−z)
    unary(logOf),
    // log(1 − f(x)) → the logarithm of the complement that f states: log(1 − sigmoid(z)) → −softplus(z)
    unary((x) => (is(argOf(x, subtract, 0), 1) ? logOfComplement(log, argOf(x, subtract, 1)) : undefined)),
    // log(exp u / s) → u − log s
    unary((x) => {
      const [u, s] = [argOf(argOf(x, divide, 0), exp, 0), argOf(x, divide, 1)];
      return u && s && make(subtract, u, make(log, s));
    }),
  ],
}));
