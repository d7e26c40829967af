import { make } from '../build.ts';
import { binary, is, of2 } from './match.ts';
import { negate } from './negate.ts';
import { definePrimitive, infix, type Primitive } from './primitive.ts';

/** a / b. */
export const divide: Primitive = /* @__PURE__ */ definePrimitive('divide', () => ({
  arity: 2,
  finite: false,
  notation: infix('/', 'product'),
  value: (a: number, b: number) => a / b,
  // 1/b, −(a/b)/b
  partials: of2((y, _, b) => [make(divide, 1, b), make(negate, make(divide, y, b))]),
  laws: [
    // x / 1 → x
    binary((a, b) => (is(b, 1) ? a : undefined)),
    // 0 / x → 0
    binary((a) => (is(a, 0) ? a : undefined)),
    // x / −1 → −x
    binary((a, b) => (is(b, -1) ? make(negate, a) : undefined)),
  ],
}));
