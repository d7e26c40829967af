import { make } from '../build.ts';
import { erf as value } from '../elementary/index.ts';
import { exp } from './exp.ts';
import { of1 } from './match.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** The error function 2/√π ∫₀ˣ exp(−t²) dt. */
export const erf: Primitive = /* @__PURE__ */ definePrimitive('erf', () => ({
  arity: 1,
  finite: true,
  value,
  // 2/√π · exp(−x²)
  partials: of1((_, x) => make(multiply, 1.1283791670955126, make(exp, make(negate, make(multiply, x, x))))),
}));
