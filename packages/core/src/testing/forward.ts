import { lift, type Node } from '../index.ts';

/**
 * What the independent method knows of a node at one row: its value and its derivatives along two directions a and b.
 * `depends`: whether the value, at the sides taken, depends on the nodes differentiated along.
 * `sure`: every choice on the way to the value was made clearly, so that rounding cannot have turned it round.
 * `smooth`: every partial on the way of the derivatives was finite and of a moderate size.
 */
export interface Jet {
  readonly value: number;
  readonly a: number;
  readonly b: number;
  readonly ab: number;
  readonly depends: boolean;
  readonly sure: boolean;
  readonly smooth: boolean;
}

/** A row and the values of parameters, by node. */
export type Leaves = (leaf: Node) => number;

export interface Directions {
  /** The node along which `a` differentiates. */
  readonly a: Node;
  /** The node along which `b` differentiates; without it `b` and `ab` are 0. */
  readonly b?: Node | undefined;
  /** Relative error put on every intermediate result, to see how much rounding can do. Default none. */
  readonly noise?: ((id: number) => number) | undefined;
  /** Whether two nodes stand for the same leaf. Default: they are the same object. */
  readonly same?: (x: Node, y: Node) => boolean;
}

/** Value, first and second derivative of a function of one number. */
type Rule1 = (x: number) => readonly [f: number, fx: number, fxx: number];
/** Value, both first and the three second derivatives of a function of two numbers. */
type Rule2 = (
  x: number,
  y: number,
) => readonly [f: number, fx: number, fy: number, fxx: number, fxy: number, fyy: number];

const rules1: Readonly<Record<string, Rule1>> = {
  negate: (x) => [-x, -1, 0],
  sqrt: (x) => [Math.sqrt(x), 0.5 * x ** -0.5, -0.25 * x ** -1.5],
  exp: (x) => [Math.exp(x), Math.exp(x), Math.exp(x)],
  expm1: (x) => [Math.expm1(x), Math.exp(x), Math.exp(x)],
  log: (x) => [Math.log(x), 1 / x, -1 / (x * x)],
  log1p: (x) => [Math.log1p(x), 1 / (1 + x), -1 / (1 + x) ** 2],
  sin: (x) => [Math.sin(x), Math.cos(x), -Math.sin(x)],
  cos: (x) => [Math.cos(x), -Math.sin(x), -Math.cos(x)],
  tan: (x) => [Math.tan(x), Math.cos(x) ** -2, (2 * Math.sin(x)) / Math.cos(x) ** 3],
  tanh: (x) => [Math.tanh(x), Math.cosh(x) ** -2, (-2 * Math.sinh(x)) / Math.cosh(x) ** 3],
  erf: (x) => {
    const slope = (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x);
    return [erf(x), slope, -2 * x * slope];
  },
};

const rules2: Readonly<Record<string, Rule2>> = {
  add: (x, y) => [x + y, 1, 1, 0, 0, 0],
  subtract: (x, y) => [x - y, 1, -1, 0, 0, 0],
  multiply: (x, y) => [x * y, y, x, 0, 1, 0],
  divide: (x, y) => [x / y, 1 / y, -x / (y * y), 0, -1 / (y * y), (2 * x) / y ** 3],
  power: (x, y) => {
    const [f, log] = [x ** y, Math.log(x)];
    const fx = y * x ** (y - 1);
    return [f, fx, f * log, y * (y - 1) * x ** (y - 2), x ** (y - 1) * (1 + y * log), f * log * log];
  },
  atan2: (y, x) => {
    const r = x * x + y * y;
    return [Math.atan2(y, x), x / r, -y / r, (-2 * x * y) / r ** 2, (y * y - x * x) / r ** 2, (2 * x * y) / r ** 2];
  },
};

/** erf by its Maclaurin series for small arguments, else by the continued fraction of erfc. */
function erf(x: number): number {
  const z = Math.abs(x);
  if (Number.isNaN(z)) return z;
  if (z < 2.5) {
    let [term, total] = [x, x];
    for (let n = 1; n < 80; n++) {
      term *= (-x * x) / n;
      total += term / (2 * n + 1);
    }
    return (2 / Math.sqrt(Math.PI)) * total;
  }
  let fraction = z;
  for (let k = 80; k > 0; k--) fraction = z + k / 2 / fraction;
  return Math.sign(x) * (1 - Math.exp(-z * z) / (Math.sqrt(Math.PI) * fraction));
}

/** Two numbers nearer than this, and not equal by construction, may be ordered either way by rounding. */
const near = 1e-9;
const large = 1e6;

/**
 * Forward-mode differentiation, written apart from core's: second-order dual numbers carried from the leaves up, with rules
 * on plain numbers and the runtime's own Math. Only what the value depends on is looked at: of a `select`, the side taken.
 */
export function forward(root: Node, leaves: Leaves, { a, b, noise, same = Object.is }: Directions): Jet {
  const known = new Map<Node, Jet>();

  const seeded = (node: Node, jet: Jet): Jet => ({
    ...jet,
    a: jet.a + (same(node, a) ? 1 : 0),
    b: jet.b + (b !== undefined && same(node, b) ? 1 : 0),
    depends: jet.depends || same(node, a) || (b !== undefined && same(node, b)),
  });

  const constantJet = (value: number): Jet => ({ value, a: 0, b: 0, ab: 0, depends: false, sure: true, smooth: true });

  const chain1 = ([f, fx, fxx]: ReturnType<Rule1>, x: Jet): Jet => ({
    value: f,
    a: times(fx, x.a),
    b: times(fx, x.b),
    ab: times(fx, x.ab) + times(fxx, x.a * x.b),
    depends: x.depends,
    sure: x.sure,
    smooth: !x.depends || (x.smooth && moderate(f, fx, fxx)),
  });

  const chain2 = ([f, fx, fy, fxx, fxy, fyy]: ReturnType<Rule2>, x: Jet, y: Jet): Jet => ({
    value: f,
    a: times(fx, x.a) + times(fy, y.a),
    b: times(fx, x.b) + times(fy, y.b),
    ab:
      times(fx, x.ab) +
      times(fy, y.ab) +
      times(fxx, x.a * x.b) +
      times(fxy, x.a * y.b + x.b * y.a) +
      times(fyy, y.a * y.b),
    depends: x.depends || y.depends,
    sure: x.sure && y.sure,
    smooth:
      (!x.depends || (x.smooth && moderate(f, fx, fxx))) &&
      (!y.depends || (y.smooth && moderate(f, fy, fyy))) &&
      (!x.depends || !y.depends || moderate(fxy)),
  });

  const chosen = (jet: Jet, sure: boolean): Jet => ({ ...jet, sure: jet.sure && sure });

  const extreme = (args: readonly Node[], better: (x: number, y: number) => boolean): Jet => {
    let [best, ...others] = args as [Node, ...Node[]];
    let jet = of(best);
    for (const other of others) {
      const next = of(other);
      const sure = jet.sure && next.sure && (other === best || isClear(jet.value - next.value));
      if (Number.isNaN(next.value) && !Number.isNaN(jet.value)) jet = { ...next, smooth: false };
      else if (better(next.value, jet.value)) [best, jet] = [other, next];
      jet = { ...jet, sure };
    }
    return jet;
  };

  const operation = (name: string, args: readonly Node[]): Jet => {
    const [first, second, third] = args as [Node, Node, Node];
    if (name === 'select') {
      const condition = of(first);
      const clear = condition.value !== 0 ? isClear(condition.value) : isExact(first);
      return chosen(of(condition.value !== 0 ? second : third), condition.sure && clear);
    }
    if (name === 'sumBatch') return of(first);
    if (name === 'less') {
      const [x, y] = [of(first), of(second)];
      const clear = first === second || isClear(x.value - y.value) || (isExact(first) && isExact(second));
      return chosen(constantJet(x.value < y.value ? 1 : 0), x.sure && y.sure && clear);
    }
    if (name === 'floor') {
      const x = of(first);
      return chosen(
        constantJet(Math.floor(x.value)),
        x.sure && (isExact(first) || isClear(x.value - Math.round(x.value))),
      );
    }
    if (name === 'abs') {
      const x = of(first);
      const clear = isClear(x.value) || isExact(first);
      const jet = x.value === 0 ? constantJet(0) : chain1([Math.abs(x.value), Math.sign(x.value), 0], x);
      return chosen(jet, x.sure && clear);
    }
    if (name === 'max') return extreme(args, (x, y) => x > y);
    if (name === 'min') return extreme(args, (x, y) => x < y);
    const rule1 = rules1[name];
    if (rule1 !== undefined) {
      const x = of(first);
      return chain1(rule1(x.value), x);
    }
    const rule2 = rules2[name];
    if (rule2 === undefined) throw new Error(`forward: no rule for ${name}`);
    return args
      .slice(1)
      .map(of)
      .reduce(
        (x, y) => chosen(chain2(rule2(x.value, y.value), x, y), !asksSignOfZero(name, x.value, y.value)),
        of(first),
      );
  };

  const compute = (node: Node): Jet => {
    if (node.kind === 'constant') return constantJet(node.value);
    if (node.kind !== 'operation') return constantJet(leaves(node));
    if (node.op.expand !== undefined) return of(lift(node.op.expand(node.args)));
    const jet = operation(node.op.name, node.args);
    if (noise === undefined || node.op.name === 'less' || node.op.name === 'floor') return jet;
    const factor = 1 + noise(node.id);
    return { ...jet, value: jet.value * factor, a: jet.a * factor, b: jet.b * factor, ab: jet.ab * factor };
  };

  const of = (node: Node): Jet => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const jet = seeded(node, compute(node));
    known.set(node, jet);
    return jet;
  };
  return of(root);
}

/** A product in which nothing times anything is nothing: what does not move has no part in a derivative. */
const times = (partial: number, moved: number): number => (moved === 0 ? 0 : partial * moved);

const moderate = (...numbers: number[]): boolean => numbers.every((x) => Math.abs(x) < large);

/** Whether +0 and −0 give different results, as in 1 / x: the laws of simplification do not keep the sign of zero. */
const asksSignOfZero = (name: string, x: number, y: number): boolean =>
  (name === 'divide' && y === 0) ||
  (name === 'power' && x === 0 && y < 0) ||
  (name === 'atan2' && !isClear(x) && y < near);

const isClear = (difference: number): boolean => Math.abs(difference) > near;

const isExact = (node: Node): boolean =>
  node.kind !== 'operation' || node.op.name === 'less' || node.op.name === 'floor';
