import { isOp, unary } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** The largest whole number that is not above x; its derivative is 0. */
export const floor: Primitive = /* @__PURE__ */ definePrimitive('floor', () => ({
  arity: 1,
  finite: true,
  value: Math.floor,
  partials: () => [0],
  laws: [
    // ⌊⌊x⌋⌋ → ⌊x⌋
    unary((x) => (isOp(x, floor) ? x : undefined)),
  ],
}));
