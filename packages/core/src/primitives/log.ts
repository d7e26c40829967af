import { make } from '../build.ts';
import { log as value } from '../elementary/index.ts';
import { operation } from '../node.ts';
import { divide } from './divide.ts';
import { exp } from './exp.ts';
import { argOf, isOp, of1, unary } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';
import { stated } from './stated.ts';
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
    unary((x) => stated(x, 'log')),
    // log(exp u / s) → u − log s
    unary((x) => {
      const [u, s] = [argOf(argOf(x, divide, 0), exp, 0), argOf(x, divide, 1)];
      return u && s && make(subtract, u, isOp(s, divide) ? operation(log, [s]) : make(log, s));
    }),
  ],
}));
