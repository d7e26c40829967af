import { make } from './build.ts';
import type { Node, NodeLike } from './node.ts';
import type { PrimitiveName } from './primitives.ts';

type Partials = (y: Node, x: readonly Node[]) => readonly NodeLike[];

/** Partials of one argument. */
const of1 =
  (partial: (y: Node, x: Node) => NodeLike): Partials =>
  (y, [x]) => [partial(y, x as Node)];

/** Partials of two arguments. */
const of2 =
  (partials: (y: Node, a: Node, b: Node) => readonly [NodeLike, NodeLike]): Partials =>
  (y, [a, b]) =>
    partials(y, a as Node, b as Node);

/**
 * ∂y/∂xᵢ of each primitive, as expressions of the result and the arguments.
 * Conventions: abs′(0) = 0; ties of max and min go to the first argument; steps have derivative 0.
 */
export const primitivePartials: Readonly<Record<PrimitiveName, Partials>> = {
  add: (_, xs) => xs.map(() => 1),
  subtract: () => [1, -1],
  multiply: (_, xs) => productsOfOthers(xs),
  // ∂(a/b) = 1/b, −(a/b)/b
  divide: of2((y, _, b) => [make('divide', 1, b), make('negate', make('divide', y, b))]),
  negate: () => [-1],
  // ∂(aᵇ) = b · aᵇ⁻¹, aᵇ · log a; both 0 where 0⁰ or 0 · log 0 stands for a limit of 0
  power: of2((y, a, b) => [
    make('select', b, make('multiply', b, make('power', a, make('subtract', b, 1))), 0),
    make('select', a, make('multiply', y, make('log', a)), 0),
  ]),
  sqrt: of1((y) => make('divide', 0.5, y)),
  exp: of1((y) => y),
  expm1: of1((_, x) => make('exp', x)),
  log: of1((_, x) => make('divide', 1, x)),
  log1p: of1((_, x) => make('divide', 1, make('add', 1, x))),
  sin: of1((_, x) => make('cos', x)),
  cos: of1((_, x) => make('negate', make('sin', x))),
  tan: of1((y) => make('add', 1, make('multiply', y, y))),
  // ∂atan2(a, b) = b / (a² + b²), −a / (a² + b²)
  atan2: of2((_, a, b) => {
    const square = make('add', make('multiply', a, a), make('multiply', b, b));
    return [make('divide', b, square), make('negate', make('divide', a, square))];
  }),
  // tanh′ = 1 − y²
  tanh: of1((y) => make('subtract', 1, make('multiply', y, y))),
  // erf′ = 2/√π · exp(−x²)
  erf: of1((_, x) => make('multiply', 1.1283791670955126, make('exp', make('negate', make('multiply', x, x))))),
  // abs′ = sign x
  abs: of1((_, x) => make('select', x, make('select', make('less', 0, x), 1, -1), 0)),
  floor: () => [0],
  max: (y, xs) => firstOf(xs, (x) => make('less', x, y)),
  min: (y, xs) => firstOf(xs, (x) => make('less', y, x)),
  less: () => [0, 0],
  select: (_, [condition]) => [0, make('select', condition as Node, 1, 0), make('select', condition as Node, 0, 1)],
  sumBatch: () => [1],
};

/** Πⱼ≠ᵢ xⱼ for each i, by products from the left and from the right. */
function productsOfOthers(xs: readonly Node[]): readonly Node[] {
  if (xs.length === 2) return [xs[1] as Node, xs[0] as Node];
  const right = new Array<NodeLike>(xs.length).fill(1);
  for (let i = xs.length - 2; i >= 0; i--) right[i] = make('multiply', xs[i + 1] as Node, right[i + 1] as NodeLike);
  let left: NodeLike = 1;
  return xs.map((x, i) => {
    const others = make('multiply', left, right[i] as NodeLike);
    left = make('multiply', left, x);
    return others;
  });
}

/** 1 for the first argument that is not `beaten`, 0 for the others. */
function firstOf(xs: readonly Node[], beaten: (x: Node) => Node): readonly Node[] {
  let open: NodeLike = 1;
  return xs.map((x) => {
    const lost = beaten(x);
    const wins = make('select', lost, 0, open);
    open = make('select', lost, open, 0);
    return wins;
  });
}
