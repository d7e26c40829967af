import { make } from '../build.ts';
import { less } from './less.ts';
import { argOf, isOp, of1, unary } from './match.ts';
import { negate } from './negate.ts';
import { definePrimitive, type Primitive } from './primitive.ts';
import { select } from './select.ts';

/** |x|; the derivative at 0 is 0. */
export const abs: Primitive = /* @__PURE__ */ definePrimitive('abs', () => ({
  arity: 1,
  finite: true,
  even: true,
  value: Math.abs,
  // sign x
  partials: of1((_, x) => make(select, x, make(select, make(less, 0, x), 1, -1), 0)),
  laws: [
    // |−x| → |x|
    unary((x) => {
      const y = argOf(x, negate, 0);
      return y && make(abs, y);
    }),
    // ||x|| → |x|
    unary((x) => (isOp(x, abs) ? x : undefined)),
  ],
}));
