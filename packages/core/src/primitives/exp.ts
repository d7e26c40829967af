import { exp as value } from '../elementary/index.ts';
import { of1 } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** eˣ. */
export const exp: Primitive = /* @__PURE__ */ definePrimitive('exp', () => ({
  arity: 1,
  finite: false,
  value,
  // y
  partials: of1((y) => y),
}));
