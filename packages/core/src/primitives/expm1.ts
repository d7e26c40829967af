import { make } from '../build.ts';
import { expm1 as value } from '../elementary/index.ts';
import { exp } from './exp.ts';
import { of1 } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** eˣ − 1, accurate near 0. */
export const expm1: Primitive = /* @__PURE__ */ definePrimitive('expm1', () => ({
  arity: 1,
  finite: false,
  value,
  // eˣ
  partials: of1((_, x) => make(exp, x)),
}));
