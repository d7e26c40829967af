import { make } from '../build.ts';
import { tanh as value } from '../elementary/index.ts';
import { of1 } from './match.ts';
import { multiply } from './multiply.ts';
import { definePrimitive, type Primitive } from './primitive.ts';
import { subtract } from './subtract.ts';

/** The hyperbolic tangent. */
export const tanh: Primitive = /* @__PURE__ */ definePrimitive('tanh', () => ({
  arity: 1,
  finite: true,
  value,
  // 1 − y²
  partials: of1((y) => make(subtract, 1, make(multiply, y, y))),
}));
