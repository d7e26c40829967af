import { make } from '../build.ts';
import type { Node, NodeLike } from '../node.ts';
import { divide } from './divide.ts';
import { argOf, binary, is, single } from './match.ts';
import { negate } from './negate.ts';
import { neutral } from './neutral.ts';
import { definePrimitive, infix, type Primitive } from './primitive.ts';

/** a · b · …, from left to right. */
export const multiply: Primitive = /* @__PURE__ */ definePrimitive('multiply', () => ({
  arity: undefined,
  finite: true,
  notation: infix('*', 'product'),
  value: (a: number, b: number) => a * b,
  partials: (_, xs) => (xs.length === 2 ? [xs[1] as Node, xs[0] as Node] : productsOfOthers(xs)),
  laws: [
    // 0 · x → 0
    (args) => args.find(isZero),
    // 1 · x → x
    neutral(() => multiply, 1),
    // product of one factor → that factor
    single,
    // −1 · x → −x, a · (1 / b) → a / b
    binary((a, b) => minus(a, b) ?? minus(b, a) ?? timesReciprocal(a, b) ?? timesReciprocal(b, a)),
  ],
}));

const isZero = (a: Node): boolean => is(a, 0);

const minus = (a: Node, b: Node): Node | undefined => (is(a, -1) ? make(negate, b) : undefined);

function timesReciprocal(a: Node, b: Node): Node | undefined {
  const x = is(argOf(b, divide, 0), 1) ? argOf(b, divide, 1) : undefined;
  return x && make(divide, a, x);
}

/** Πⱼ≠ᵢ xⱼ for each i, by products from the left and from the right. */
function productsOfOthers(xs: readonly Node[]): readonly NodeLike[] {
  const right = new Array<NodeLike>(xs.length).fill(1);
  for (let i = xs.length - 2; i >= 0; i--) right[i] = make(multiply, xs[i + 1] as Node, right[i + 1] as NodeLike);
  let left: NodeLike = 1;
  return xs.map((x, i) => {
    const others = make(multiply, left, right[i] as NodeLike);
    left = make(multiply, left, x);
    return others;
  });
}
