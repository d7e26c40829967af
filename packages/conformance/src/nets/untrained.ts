import {
  apply,
  gradient,
  input,
  inputs,
  type Node,
  type Outputs,
  type PrimitiveName,
  parameter,
  parameters,
  primitiveNames,
  primitives,
  randomGenerator,
  seed,
} from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { linear, mlp, softmax } from '@chainrule/macros';
import { add, cos, multiply, relu, sin, sum } from '@chainrule/ops';
import { buildGraph, planFrom } from '../../../core/src/testing/randomGraph.ts';
import { type Net, rowCount, uniformColumns } from './net.ts';

/** Arguments that each primitive likes, and others. */
const argumentsOf: Partial<Record<PrimitiveName, (a: Node, b: Node, c: Node) => readonly Node[]>> = {
  add: (a, b, c) => [a, b, c],
  multiply: (a, b, c) => [a, b, c],
  max: (a, b, c) => [a, b, c],
  min: (a, b, c) => [a, b, c],
};

/** Every primitive of rows between −20 and 20, and of the results of others. */
export function everyOp(): Net {
  const [a, b, c] = [input('a'), input('b'), input('c')] as [Node, Node, Node];
  const use = (name: PrimitiveName, x: Node, y: Node, z: Node): Node =>
    apply(primitives[name], (argumentsOf[name] ?? ((...all) => all.slice(0, primitives[name].arity)))(x, y, z)) as Node;
  const plain = primitiveNames.map((name) => [name, use(name, a, b, c)] as const);
  const nested = plain.map(([name, node], i) => {
    const [, next] = plain[(i + 5) % plain.length] as (typeof plain)[number];
    return [`${name} of others`, use(name, node, next, a)] as const;
  });
  const outputs = Object.fromEntries([...plain, ...nested]);
  return { name: 'every op', outputs, columns: uniformColumns(outputs, -20, 20), random: true };
}

/** The elementary functions, at all magnitudes and at the edges of their pieces, alone and in pairs. */
export function elementaryFunctions(): Net {
  const [x, y] = [input('x'), input('y')] as [Node, Node];
  const of = (name: PrimitiveName, ...args: Node[]): Node => apply(primitives[name], args) as Node;
  const unary = ['sqrt', 'exp', 'expm1', 'log', 'log1p', 'sin', 'cos', 'tan', 'tanh', 'erf', 'floor', 'abs'] as const;
  const binary = ['atan2', 'power', 'divide', 'max', 'min', 'less'] as const;
  const outputs = Object.fromEntries([
    ...unary.map((name) => [name, of(name, x)] as const),
    ...binary.map((name) => [name, of(name, x, y)] as const),
  ]);
  const sizes = [
    0, 5e-324, 1e-310, 2.3e-308, 7e-9, 0.41421356237309503, 0.5, 0.9, 1, 1.5, 2, 3, 5.93, 6, 18.72, 37, 37.5, 40,
  ];
  const large = [
    699.9, 700, 709.78, 710, 745.1, 746, 11999, 12000, 1e6, 4503599627370497, 1e16, 1e20, 1e22, 1e200, 1.7e308,
  ];
  const edges = [...sizes, ...large, Number.POSITIVE_INFINITY].flatMap((size) => [size, -size]);
  const { uniform, integer } = randomGenerator(31);
  const any = (): number =>
    integer(2) === 0 ? uniform(-20, 20) : (integer(2) === 0 ? 1 : -1) * 10 ** uniform(-320, 308);
  const pairs = [
    ...[...edges, Number.NaN].flatMap((a) => [...edges, Number.NaN].map((b) => [a, b] as const)),
    ...Array.from({ length: 20_000 }, () => [any(), any()] as const),
  ];
  const columns = [0, 1].map((k) => Float64Array.from(pairs, (pair) => pair[k] as number));
  return { name: 'elementary functions', outputs, columns, random: true };
}

/** A planar arm of six joints: where its hand is, and how each joint moves it (a Jacobian). */
export function robotArm(): Net {
  const angles = Array.from({ length: 6 }, (_, j) => input(`angle${j}`) as Node);
  const lengths = [0.512345, 0.412121, 0.354321, 0.301234, 0.212345, 0.112358].map((value) => parameter(value));
  const turned: Node[] = [];
  for (const angle of angles) turned.push(turned.length === 0 ? angle : add(turned[turned.length - 1] as Node, angle));
  const x = sum(turned.map((angle, j) => multiply(lengths[j] as Node, cos(angle)))) as Node;
  const y = sum(turned.map((angle, j) => multiply(lengths[j] as Node, sin(angle)))) as Node;
  const outputs: Outputs = { hand: [x, y], jacobian: [gradient(x, angles), gradient(y, angles)] as Outputs };
  return { name: 'robot arm with Jacobian', outputs, columns: uniformColumns(outputs, -3, 3) };
}

/** Eight filters of 3 × 3 over an image of 12 × 12, then a layer: rows that read others of the pixels, weights that are shared. */
export function convolution(): Net {
  seed(8);
  const pixels = inputs('pixel', 144);
  const filters = Array.from({ length: 8 }, () => Array.from({ length: 10 }, () => parameter() as Node));
  const features = filters.flatMap(([bias, ...weights]) =>
    Array.from({ length: 100 }, (_, n) => {
      const [top, left] = [Math.floor(n / 10), n % 10];
      const terms = weights.map((weight, k) =>
        multiply(weight, pixels[12 * (top + Math.floor(k / 3)) + left + (k % 3)] as Node),
      );
      return relu(add(...terms, bias as Node));
    }),
  );
  const outputs = softmax(linear(features, 5));
  return { name: 'convolution', outputs, columns: uniformColumns(outputs, 0, 1, 50), chooses: true };
}

/** The loss of a network and its gradient, in each of its inputs and parameters. */
export function lossWithGradient(): Net {
  seed(9);
  const xs = inputs('x', 40);
  const [y] = mlp(xs, [32, 24, 1]);
  const loss = squaredError(y as Node, input('target')) as Node;
  const nodes = [...xs, ...parameters(loss)] as Node[];
  const outputs: Outputs = { loss, gradient: gradient(loss, nodes) as Outputs };
  return { name: 'loss with 2,170 derivatives', outputs, columns: uniformColumns(outputs, -1, 1, 50) };
}

/** Graphs of up to 18 random operations, with derivatives. */
export function randomGraphs(count: number): Net[] {
  const generator = randomGenerator(2024);
  return Array.from({ length: count }, (_, i) => {
    const graph = buildGraph(planFrom(generator));
    const outputs: Outputs = {
      value: graph.of,
      others: graph.others,
      slope: gradient(graph.of, graph.targets[0] as Node) as Node,
    };
    return { name: `random graph ${i + 1}`, outputs, columns: uniformColumns(outputs, -3, 3, rowCount), random: true };
  });
}
