import { make } from '../build.ts';
import { atan2 as value } from '../elementary/index.ts';
import { add } from './add.ts';
import { divide } from './divide.ts';
import { of2 } from './match.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** The angle of the point (b, a), in −π…π. */
export const atan2: Primitive = /* @__PURE__ */ definePrimitive('atan2', () => ({
  arity: 2,
  finite: false,
  value,
  // b/(a² + b²), −a/(a² + b²)
  partials: of2((_, a, b) => {
    const square = make(add, make(multiply, a, a), make(multiply, b, b));
    return [make(divide, b, square), make(negate, make(divide, a, square))];
  }),
}));
