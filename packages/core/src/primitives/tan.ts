import { make } from '../build.ts';
import { tan as value } from '../elementary/index.ts';
import { add } from './add.ts';
import { of1 } from './match.ts';
import { multiply } from './multiply.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** tan x, x in radians. */
export const tan: Primitive = /* @__PURE__ */ definePrimitive('tan', () => ({
  arity: 1,
  finite: false,
  value,
  // 1 + y²
  partials: of1((y) => make(add, 1, make(multiply, y, y))),
}));
