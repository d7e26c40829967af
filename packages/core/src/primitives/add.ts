import { make } from '../build.ts';
import type { Node } from '../node.ts';
import { argOf, binary, single } from './match.ts';
import { negate } from './negate.ts';
import { neutral } from './neutral.ts';
import { definePrimitive, infix, type Primitive } from './primitive.ts';
import { subtract } from './subtract.ts';

/** a + b + …, from left to right. */
export const add: Primitive = /* @__PURE__ */ definePrimitive('add', () => ({
  arity: undefined,
  finite: true,
  notation: infix('+', 'sum'),
  value: (a: number, b: number) => a + b,
  partials: (_, xs) => xs.map(() => 1),
  laws: [
    // x + 0 → x
    neutral(() => add, 0),
    // sum of one term → that term
    single,
    // a + −b → a − b, −a + b → b − a
    binary((a, b) => minus(a, argOf(b, negate, 0)) ?? minus(b, argOf(a, negate, 0))),
  ],
}));

const minus = (a: Node, b: Node | undefined): Node | undefined => b && make(subtract, a, b);
