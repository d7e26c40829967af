// Graphs of a million operations: a chain, a diamond 10,000 deep, and one a million wide. Each function has a process of its
// own, in which the graph is built first. The time should grow with the size, the largest memory is that of the process.
import {
  evaluate,
  fromJSON,
  funcify,
  gradient,
  input,
  lower,
  type Node,
  parameter,
  toJSON,
  topologicalOrder,
} from '@chainrule/core';
import { add, multiply, sum, tanh } from '@chainrule/ops';
import { type Figures, measure, peak, timed } from './measure.ts';

const x = input('x');

function chain(length: number): Node {
  let y: Node = x;
  for (let i = 0; i < length; i += 2) y = tanh(add(y, 0.5));
  return y;
}

const shapes: Readonly<Record<string, () => Node>> = {
  'chain of 100,000': () => chain(100_000),
  'chain of 1,000,000': () => chain(1_000_000),
  'diamond 10,000 deep': () => {
    let y: Node = x;
    for (let i = 0; i < 10_000; i++) y = multiply(0.5, add(y, y));
    return y;
  },
  '1,000,000 wide': () => sum(Array.from({ length: 1_000_000 }, () => multiply(parameter(0.001), x))),
};

const functions: Readonly<Record<string, (y: Node) => unknown>> = {
  order: (y) => topologicalOrder([y]),
  lower: (y) => lower(y),
  'lower and evaluate': (y) => evaluate<Node>(y, { x: 0.5 }),
  gradient: (y) => gradient(y, x),
  'order, lower, evaluate and gradient, one after the other': (y) => {
    topologicalOrder([y]);
    lower(y);
    evaluate<Node>(y, { x: 0.5 });
    return gradient(y, x);
  },
  save: (y) => JSON.stringify(toJSON(y)),
  'save and load': (y) => fromJSON(JSON.stringify(toJSON(y))),
  print: (y) => funcify(y),
};

const cases = Object.entries(shapes).flatMap(([shape, build]) =>
  Object.entries(functions).map(([name, action]): [string, () => Figures] => [
    `${shape}: ${name}`,
    () => {
      const figures: Figures = {};
      const y = build();
      timed(figures, 'time', () => action(y));
      figures['largest memory, MB'] = peak();
      return figures;
    },
  ]),
);

await measure(import.meta.filename, Object.fromEntries(cases), 3);
