import { make } from '../build.ts';
import { firstOf } from './firstOf.ts';
import { less } from './less.ts';
import { single } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** The largest argument, NaN if one is NaN; a tie goes to the first. */
export const max: Primitive = /* @__PURE__ */ definePrimitive('max', () => ({
  arity: undefined,
  finite: true,
  value: (a: number, b: number) => Math.max(a, b),
  partials: (y, xs) => firstOf(xs, (x) => make(less, x, y)),
  laws: [single],
}));
