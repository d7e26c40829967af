import { make } from '../build.ts';
import { add } from './add.ts';
import { argOf, binary, is } from './match.ts';
import { negate } from './negate.ts';
import { definePrimitive, infix, type Primitive } from './primitive.ts';
import { stated } from './stated.ts';

/** a − b. */
export const subtract: Primitive = /* @__PURE__ */ definePrimitive('subtract', () => ({
  arity: 2,
  finite: true,
  notation: infix('-', 'sum'),
  value: (a: number, b: number) => a - b,
  partials: () => [1, -1],
  laws: [
    // x − 0 → x
    binary((a, b) => (is(b, 0) ? a : undefined)),
    // 0 − x → −x
    binary((a, b) => (is(a, 0) ? make(negate, b) : undefined)),
    // a − −b → a + b
    binary((a, b) => {
      const x = argOf(b, negate, 0);
      return x && make(add, a, x);
    }),
    // 1 − f(x) → the complement that f states: 1 − sigmoid(z) → sigmoid(−z)
    binary((a, b) => (is(a, 1) ? stated(b, 'complement') : undefined)),
  ],
}));
