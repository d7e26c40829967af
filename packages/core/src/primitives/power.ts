import { make } from '../build.ts';
import { power as value } from '../elementary/index.ts';
import { lift } from '../node.ts';
import { divide } from './divide.ts';
import { log } from './log.ts';
import { binary, is, of2 } from './match.ts';
import { multiply } from './multiply.ts';
import { definePrimitive, infix, type Primitive } from './primitive.ts';
import { select } from './select.ts';
import { sqrt } from './sqrt.ts';
import { subtract } from './subtract.ts';

/** aᵇ, with the special cases of JavaScript's Math.pow. */
export const power: Primitive = /* @__PURE__ */ definePrimitive('power', () => ({
  arity: 2,
  finite: false,
  notation: infix('**', 'power'),
  value,
  // b · aᵇ⁻¹, aᵇ · log a; both 0 where 0 · ∞ stands for a limit of 0: a = b = 0 in the one, a = 0 in the other
  partials: of2((y, a, b) => [
    make(select, make(select, b, 1, a), make(multiply, b, make(power, a, make(subtract, b, 1))), 0),
    make(select, a, make(multiply, y, make(log, a)), 0),
  ]),
  laws: [
    // x ** 0 → 1
    binary((_, b) => (is(b, 0) ? lift(1) : undefined)),
    // x ** 1 → x
    binary((a, b) => (is(b, 1) ? a : undefined)),
    // x ** 2 → x · x
    binary((a, b) => (is(b, 2) ? make(multiply, a, a) : undefined)),
    // x ** 0.5 → √x
    binary((a, b) => (is(b, 0.5) ? make(sqrt, a) : undefined)),
    // x ** −1 → 1 / x
    binary((a, b) => (is(b, -1) ? make(divide, 1, a) : undefined)),
  ],
}));
