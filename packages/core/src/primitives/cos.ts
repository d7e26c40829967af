import { make } from '../build.ts';
import { cos as value } from '../elementary/index.ts';
import { of1 } from './match.ts';
import { negate } from './negate.ts';
import { definePrimitive, type Primitive } from './primitive.ts';
import { sin } from './sin.ts';

/** cos x, x in radians. */
export const cos: Primitive = /* @__PURE__ */ definePrimitive('cos', () => ({
  arity: 1,
  finite: true,
  value,
  // −sin x
  partials: of1((_, x) => make(negate, make(sin, x))),
}));
