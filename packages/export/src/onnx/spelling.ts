import type { PrimitiveName } from '@chainrule/core';
import { atan2, erf, expm1, log1p, power, tan } from './expansions.ts';
import type { Graph } from './graph.ts';
import { comparison, nameOf, type Tensor, tensor, type Value } from './value.ts';

/** An operator of ONNX that takes the same arguments, or what adds the nodes of an operation and gives its result. */
type Spelled = string | ((graph: Graph, args: readonly Value[]) => Tensor);

/** Columns of a value where it is an argument: equal known numbers are one. */
const widthOf = (value: Value): number =>
  value.kind === 'tensor' ? value.width : new Set(value.numbers).size === 1 ? 1 : value.numbers.length;

const widest = (args: readonly Value[]): number => Math.max(...args.map(widthOf));

/** An operation by the names of its arguments. */
const named = (graph: Graph, args: readonly Value[], add: (...names: string[]) => string): Tensor =>
  tensor(add(...args.map((arg) => nameOf(graph, arg))), widest(args));

/** An operator on arguments. */
const operator = (graph: Graph, args: readonly Value[], op: string): Tensor =>
  named(graph, args, (...names) => graph.node(op, names));

/** An operator of two, folded over a list from left to right. */
const folded = (graph: Graph, args: readonly Value[], op: string): Tensor =>
  named(graph, args, (...names) => names.reduce((a, b) => graph.node(op, [a, b])));

/** Where a value is not 0. */
const truthOf = (graph: Graph, value: Value): string =>
  value.kind === 'tensor' && value.truth !== undefined
    ? value.truth
    : graph.node('Not', [graph.node('Equal', [nameOf(graph, value), graph.numbers([0], [])])]);

const isZero = (value: Value): boolean => value.kind === 'known' && value.numbers.every((number) => number === 0);

/** The operators of ONNX for each primitive. */
const spelling: Readonly<Record<PrimitiveName, Spelled>> = {
  add: (graph, args) => folded(graph, args, 'Add'),
  subtract: 'Sub',
  multiply: (graph, args) => folded(graph, args, 'Mul'),
  divide: 'Div',
  negate: 'Neg',
  power: (graph, args) => {
    const [, exponent] = args as [Value, Value];
    const isPlain = exponent.kind === 'known' && exponent.numbers.every(Number.isFinite);
    return isPlain
      ? operator(graph, args, 'Pow')
      : named(graph, args, (a, b) => power(graph, a as string, b as string));
  },
  sqrt: 'Sqrt',
  exp: 'Exp',
  expm1: (graph, args) => named(graph, args, (x) => expm1(graph, x as string)),
  log: 'Log',
  log1p: (graph, args) => named(graph, args, (x) => log1p(graph, x as string)),
  sin: 'Sin',
  cos: 'Cos',
  tan: (graph, args) => named(graph, args, (x) => tan(graph, x as string)),
  atan2: (graph, args) => named(graph, args, (y, x) => atan2(graph, y as string, x as string)),
  tanh: 'Tanh',
  erf: (graph, args) => named(graph, args, (x) => erf(graph, x as string)),
  abs: 'Abs',
  floor: 'Floor',
  max: (graph, args) => {
    const others = args.filter((arg) => !isZero(arg));
    return args.length === 2 && others.length === 1 ? operator(graph, others, 'Relu') : operator(graph, args, 'Max');
  },
  min: 'Min',
  less: (graph, args) => {
    const names = args.map((arg) => nameOf(graph, arg));
    return comparison(graph, graph.node('Less', names), widest(args));
  },
  select: (graph, [condition, a, b]) => {
    const [c, ...sides] = [condition, a, b] as [Value, Value, Value];
    const names = [truthOf(graph, c), ...sides.map((side) => nameOf(graph, side))];
    return tensor(graph.node('Where', names), widest([c, ...sides]));
  },
  // the batch of one row
  sumBatch: 'Identity',
};

/** Adds the nodes of a primitive on columns. */
export function operation(graph: Graph, primitive: PrimitiveName, args: readonly Value[]): Tensor {
  const spelled = spelling[primitive];
  return typeof spelled === 'string' ? operator(graph, args, spelled) : spelled(graph, args);
}
