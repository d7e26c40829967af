import { make } from '../build.ts';
import { argOf, isOp, unary } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';
import { subtract } from './subtract.ts';

/** −x. */
export const negate: Primitive = /* @__PURE__ */ definePrimitive('negate', () => ({
  arity: 1,
  finite: true,
  notation: { form: 'prefix', symbol: '-', precedence: 'sign' },
  value: (x: number) => -x,
  partials: () => [-1],
  laws: [
    // −−x → x
    unary((x) => argOf(x, negate, 0)),
    // −(a − b) → b − a
    unary((x) => (isOp(x, subtract) ? make(subtract, ...[...x.args].reverse()) : undefined)),
  ],
}));
