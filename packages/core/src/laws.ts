import { build, make } from './build.ts';
import { lift, type Node, type Operation } from './node.ts';
import { type PrimitiveName, primitives } from './primitives.ts';
import { fill, type Rule, template } from './template.ts';

/** What `op(args)` may be replaced by, if the law fits. */
type Law = (args: readonly Node[]) => Node | undefined;

const is = (node: Node | undefined, value: number): boolean => node?.kind === 'constant' && node.value === value;

const isOp = (node: Node | undefined, name: PrimitiveName): node is Operation =>
  node?.kind === 'operation' && node.op.primitive === name;

/** The arguments of a node that is the operation `name`. */
const parts = (node: Node | undefined, name: PrimitiveName): readonly Node[] | undefined =>
  isOp(node, name) ? node.args : undefined;

/** An op's own statement of log y or 1 − y, written for the arguments of `node`. */
const stated = (node: Node | undefined, rule: Rule): Node | undefined =>
  node?.kind === 'operation' && node.op[rule]
    ? fill(template(node.op, rule, node.args.length), node.args, lift, build)[0]
    : undefined;

const unary =
  (law: (x: Node) => Node | undefined): Law =>
  ([x]) =>
    law(x as Node);

const binary =
  (law: (a: Node, b: Node) => Node | undefined): Law =>
  ([a, b]) =>
    law(a as Node, b as Node);

/** A law for lists: applies to two arguments only. */
const pair =
  (law: (a: Node, b: Node) => Node | undefined): Law =>
  (args) =>
    args.length === 2 ? law(args[0] as Node, args[1] as Node) : undefined;

/** op(x) → x for one argument. */
const single: Law = (args) => (args.length === 1 ? args[0] : undefined);

/** Leaves the neutral element out of a list; an empty list is that element. */
const neutral =
  (name: PrimitiveName, value: number): Law =>
  (args) => {
    if (!args.some((arg) => is(arg, value))) return undefined;
    const rest = args.filter((arg) => !is(arg, value));
    return rest.length === 0 ? lift(value) : build(primitives[name], rest);
  };

/**
 * The laws of simplification, one row each, tried in order. They hold for finite values: 0 · x is 0, the sign of zero is
 * not kept. None changes the order of a sum.
 */
export const laws: Readonly<Record<PrimitiveName, readonly Law[]>> = {
  add: [
    // x + 0 → x
    neutral('add', 0),
    // sum of one term → that term
    single,
    // a + −b → a − b
    pair((a, b) => (isOp(b, 'negate') ? make('subtract', a, b.args[0] as Node) : undefined)),
    // −a + b → b − a
    pair((a, b) => (isOp(a, 'negate') ? make('subtract', b, a.args[0] as Node) : undefined)),
  ],
  subtract: [
    // x − 0 → x
    binary((a, b) => (is(b, 0) ? a : undefined)),
    // 0 − x → −x
    binary((a, b) => (is(a, 0) ? make('negate', b) : undefined)),
    // a − −b → a + b
    binary((a, b) => (isOp(b, 'negate') ? make('add', a, b.args[0] as Node) : undefined)),
    // 1 − f(x) → the complement that f states: 1 − sigmoid(z) → sigmoid(−z)
    binary((a, b) => (is(a, 1) ? stated(b, 'complement') : undefined)),
  ],
  multiply: [
    // 0 · x → 0
    (args) => args.find((arg) => is(arg, 0)),
    // 1 · x → x
    neutral('multiply', 1),
    // product of one factor → that factor
    single,
    // −1 · x → −x
    pair((a, b) => (is(a, -1) ? make('negate', b) : undefined)),
    pair((a, b) => (is(b, -1) ? make('negate', a) : undefined)),
    // a · (1 / b) → a / b
    pair((a, b) => (isOp(b, 'divide') && is(b.args[0], 1) ? make('divide', a, b.args[1] as Node) : undefined)),
    pair((a, b) => (isOp(a, 'divide') && is(a.args[0], 1) ? make('divide', b, a.args[1] as Node) : undefined)),
  ],
  divide: [
    // x / 1 → x
    binary((a, b) => (is(b, 1) ? a : undefined)),
    // 0 / x → 0
    binary((a) => (is(a, 0) ? a : undefined)),
    // x / −1 → −x
    binary((a, b) => (is(b, -1) ? make('negate', a) : undefined)),
  ],
  negate: [
    // −−x → x
    unary((x) => parts(x, 'negate')?.[0]),
    // −(a − b) → b − a
    unary((x) => (isOp(x, 'subtract') ? make('subtract', x.args[1] as Node, x.args[0] as Node) : undefined)),
  ],
  power: [
    // x ** 0 → 1
    binary((_, b) => (is(b, 0) ? lift(1) : undefined)),
    // x ** 1 → x
    binary((a, b) => (is(b, 1) ? a : undefined)),
    // x ** 2 → x · x
    binary((a, b) => (is(b, 2) ? make('multiply', a, a) : undefined)),
    // x ** 0.5 → √x
    binary((a, b) => (is(b, 0.5) ? make('sqrt', a) : undefined)),
    // x ** −1 → 1 / x
    binary((a, b) => (is(b, -1) ? make('divide', 1, a) : undefined)),
  ],
  sqrt: [],
  exp: [],
  expm1: [],
  log: [
    // log exp u → u
    unary((x) => parts(x, 'exp')?.[0]),
    // log f(x) → the logarithm that f states: log sigmoid(z) → −softplus(−z)
    unary((x) => stated(x, 'log')),
    // log(exp u / s) → u − log s
    unary((x) => {
      const [a, s] = parts(x, 'divide') ?? [];
      return isOp(a, 'exp') ? make('subtract', a.args[0] as Node, make('log', s as Node)) : undefined;
    }),
  ],
  log1p: [
    // log(1 + −f(x)) → the logarithm of the complement: log1p(−sigmoid(z)) → −softplus(z)
    unary((x) => {
      const complement = stated(parts(x, 'negate')?.[0], 'complement');
      return complement && make('log', complement);
    }),
  ],
  sin: [],
  cos: [],
  tan: [],
  atan2: [],
  tanh: [],
  erf: [],
  abs: [
    // |−x| → |x|
    unary((x) => (isOp(x, 'negate') ? make('abs', x.args[0] as Node) : undefined)),
    // ||x|| → |x|
    unary((x) => (isOp(x, 'abs') ? x : undefined)),
  ],
  floor: [
    // ⌊⌊x⌋⌋ → ⌊x⌋
    unary((x) => (isOp(x, 'floor') ? x : undefined)),
  ],
  max: [single],
  min: [single],
  less: [],
  select: [
    // c ? a : b → a or b when c is constant
    ([condition, a, b]) => (condition?.kind === 'constant' ? (condition.value !== 0 ? a : b) : undefined),
    // c ? a : a → a
    ([, a, b]) => (a === b ? a : undefined),
    // (a < b) ? 1 : 0 → a < b
    ([condition, a, b]) => (isOp(condition, 'less') && is(a, 1) && is(b, 0) ? condition : undefined),
  ],
  sumBatch: [],
};
