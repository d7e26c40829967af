import { make } from '../build.ts';
import { firstOf } from './firstOf.ts';
import { less } from './less.ts';
import { single } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** The smallest argument, NaN if one is NaN; a tie goes to the first. */
export const min: Primitive = /* @__PURE__ */ definePrimitive('min', () => ({
  arity: undefined,
  finite: true,
  value: (a: number, b: number) => Math.min(a, b),
  partials: (y, xs) => firstOf(xs, (x) => make(less, y, x)),
  laws: [single],
}));
