// What ONNX has no operator for, or runtimes no kernel in 64 bits: as a few operators each.
import { atanCoefficients, erfCoefficients, erfcCoefficients } from '@chainrule/core/coefficients';
import type { Graph } from './graph.ts';

/** Adds a node; its inputs are names, or numbers. */
type Add = (op: string, ...inputs: readonly (string | number)[]) => string;

const adder =
  (graph: Graph): Add =>
  (op, ...inputs) =>
    graph.node(
      op,
      inputs.map((it) => (typeof it === 'number' ? graph.numbers([it], []) : it)),
    );

/** A polynomial in x, by Horner's rule. */
const polynomial = (add: Add, coefficients: readonly number[], x: string): string =>
  coefficients.reduce<string | number>((sum, c) => (sum === 0 ? c : add('Add', add('Mul', sum, x), c)), 0) as string;

/** eˣ − 1. Near 0 it is (u − 1) · x / log u with u = eˣ, in which the error of u falls out (Kahan, in Higham 2002, section 1.14.1). */
export function expm1(graph: Graph, x: string): string {
  const add = adder(graph);
  const u = add('Exp', x);
  const d = add('Sub', u, 1);
  const near = add('Where', add('Equal', d, 0), x, add('Div', add('Mul', d, x), add('Log', u)));
  return add('Where', add('Less', add('Abs', x), 1), near, d);
}

/** log(1 + x). Near 0 it is log u · x / (u − 1) with u = 1 + x (as above). */
export function log1p(graph: Graph, x: string): string {
  const add = adder(graph);
  const u = add('Add', x, 1);
  const d = add('Sub', u, 1);
  const log = add('Log', u);
  const near = add('Where', add('Equal', d, 0), x, add('Div', add('Mul', log, x), d));
  return add('Where', add('Less', add('Abs', x), 1), near, log);
}

/** The tangent, of which there is no kernel in 64 bits. */
export function tan(graph: Graph, x: string): string {
  const add = adder(graph);
  return graph.precision === 'f32' ? add('Tan', x) : add('Div', add('Sin', x), add('Cos', x));
}

/** The error function as core has it; of it there is no kernel in 64 bits. */
export function erf(graph: Graph, x: string): string {
  const add = adder(graph);
  if (graph.precision === 'f32') return add('Erf', x);
  const a = add('Abs', x);
  const r = polynomial(add, erfCoefficients, add('Sub', add('Mul', x, x), 0.4));
  const near = add('Add', x, add('Mul', x, r));
  const c = add('Min', a, 6);
  const g = polynomial(add, erfcCoefficients, add('Div', add('Sub', c, 1), add('Add', c, 3)));
  const y = add('Sub', 1, add('Mul', add('Exp', add('Neg', add('Mul', c, c))), g));
  return add('Where', add('Less', a, 0.9), near, add('Where', add('Less', x, 0), add('Neg', y), y));
}

/** The angle whose tangent is t, for t from 0 to 1; there is no kernel in 64 bits. */
function atan(graph: Graph, t: string): string {
  const add = adder(graph);
  if (graph.precision === 'f32') return add('Atan', t);
  const middle = add('Less', 0.41421356237309503, t);
  const w = add('Where', middle, add('Div', add('Sub', t, 1), add('Add', t, 1)), t);
  const z = add('Mul', w, w);
  const angle = add('Add', w, add('Mul', add('Mul', w, z), polynomial(add, atanCoefficients, z)));
  return add('Where', middle, add('Add', angle, Math.PI / 4), angle);
}

/** The angle of the point (x, y): that of smaller/larger of |x|, |y|, in its octant. */
export function atan2(graph: Graph, y: string, x: string): string {
  const add = adder(graph);
  const isNegative = (value: string): string =>
    add('Less', add('Where', add('Equal', value, 0), add('Div', 1, value), value), 0);
  const [u, v] = [add('Abs', y), add('Abs', x)];
  const [small, big] = [add('Min', u, v), add('Max', u, v)];
  // 0/0 is an angle of 0, and ∞/∞ one of π/4
  const t = add(
    'Where',
    add('Equal', big, 0),
    0,
    add('Where', add('Equal', small, Infinity), 1, add('Div', small, big)),
  );
  const first = atan(graph, t);
  const quarter = add('Where', add('Less', v, u), add('Sub', Math.PI / 2, first), first);
  const half = add('Where', isNegative(x), add('Sub', Math.PI, quarter), quarter);
  return add('Where', isNegative(y), add('Neg', half), half);
}

/** aᵇ. In C, 1 to the power of NaN and ±1 to the power of ±∞ are 1; here they are NaN. */
export function power(graph: Graph, a: string, b: string): string {
  const add = adder(graph);
  const odd = add('And', add('Equal', add('Abs', a), 1), add('Not', add('Less', add('Abs', b), Infinity)));
  return add('Where', odd, Number.NaN, add('Pow', a, b));
}
