import { make } from '../build.ts';
import { sin as value } from '../elementary/index.ts';
import { cos } from './cos.ts';
import { of1 } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** sin x, x in radians. */
export const sin: Primitive = /* @__PURE__ */ definePrimitive('sin', () => ({
  arity: 1,
  finite: true,
  value,
  // cos x
  partials: of1((_, x) => make(cos, x)),
}));
