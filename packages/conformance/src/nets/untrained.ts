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
