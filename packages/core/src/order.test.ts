import { expect, test } from 'vitest';
import {
  apply,
  evaluate,
  evaluator,
  fromJSON,
  funcify,
  gradient,
  input,
  lower,
  type Node,
  parameter,
  primitives,
  toJSON,
  topologicalOrder,
} from './index.ts';
import { type NodeTable, numberOf, setNumber } from './order.ts';
import * as ops from './testing/vocabulary.ts';

const sized = 120_000;

test('topologicalOrder(roots) has every node once, after its arguments', () => {
  const x = input('x');
  const a = ops.add(x, 1);
  const b = ops.multiply(a, a);
  const c = ops.subtract(b, a);
  const { nodes, indexOf } = topologicalOrder([c, b, x, c]);
  expect(new Set(nodes).size).toBe(nodes.length);
  expect(nodes.length).toBe(5);
  for (const node of nodes)
    if (node.kind === 'operation') for (const arg of node.args) expect(indexOf(arg)).toBeLessThan(indexOf(node));
});

test('topologicalOrder(roots) is depth first, arguments from left to right', () => {
  const [x, y, z] = [input('x'), input('y'), input('z')];
  const a = ops.add(x, y);
  const b = ops.multiply(z, a);
  const c = ops.add(b, x);
  expect(topologicalOrder([c]).nodes).toEqual([z, x, y, a, b, c]);
  expect(topologicalOrder([y, c]).nodes).toEqual([y, z, x, a, b, c]);
});

test('topologicalOrder(roots) goes down again to a node that a later argument leads to first', () => {
  const x = input('x');
  const a = ops.sin(x);
  const b = ops.cos(a);
  // a waits on the stack as the second argument while b, the first, needs it
  expect(topologicalOrder([ops.add(b, a)]).nodes.slice(0, 3)).toEqual([x, a, b]);
});

test('topologicalOrder(roots).indexOf(node) is −1 for a node that is not there', () => {
  expect(topologicalOrder([input('x')]).indexOf(input('x'))).toBe(-1);
  expect(topologicalOrder([]).nodes).toEqual([]);
});

test('a table keeps a number for each node, 0 for those that have none', () => {
  const table: NodeTable = [];
  const nodes = Array.from({ length: 2000 }, () => input());
  nodes.forEach((node, i) => {
    if (i % 3 === 0) setNumber(table, node, i - 1000);
  });
  nodes.forEach((node, i) => {
    expect(numberOf(table, node)).toBe(i % 3 === 0 ? i - 1000 : 0);
  });
});

test(
  'a chain of 1,000,000 is ordered, lowered, evaluated and differentiated',
  () => {
    const count = 1_000_000;
    const [x, p] = [input('x'), parameter(1e-6)];
    let y: Node = x;
    for (let i = 0; i < count; i++) y = ops.add(y, p);
    expect(topologicalOrder([y]).nodes.length).toBe(count + 2);
    const program = lower(y);
    expect(program.length).toBe(count + 2);
    const slopes = gradient<Node[], Node>(y, [x, p]);
    // the derivative with respect to p is the sum of a million ones
    expect(evaluate<Node[]>([y, ...slopes], { x: 3 })).toEqual([expect.closeTo(4, 8), 1, count]);
  },
  sized,
);

test(
  'a chain of 100,000 products is differentiated to its closed form',
  () => {
    const count = 100_000;
    const x = input('x');
    let y: Node = x;
    for (let i = 0; i < count; i++) y = ops.multiply(i % 2 === 0 ? 2 : 0.5, y);
    const both = evaluate<Node[]>([y, gradient<Node, Node>(y, x)], { x: 3 });
    expect(both).toEqual([3, 1]);
  },
  sized,
);

test(
  'a diamond 10,000 deep, with 2^10,000 paths, is ordered, lowered, evaluated and differentiated',
  () => {
    const depth = 10_000;
    const x = input('x');
    let y: Node = x;
    for (let i = 0; i < depth; i++) y = ops.add(ops.multiply(0.25, y), ops.multiply(0.75, y));
    expect(topologicalOrder([y]).nodes.length).toBe(1 + 5 * depth);
    const slope = gradient<Node, Node>(y, x);
    expect(evaluate<Node[]>([y, slope], { x: 3 })).toEqual([3, 1]);
    expect(lower(y).length).toBe(3 + 3 * depth);
    const loaded = fromJSON<Node>(JSON.stringify(toJSON(y)));
    expect(evaluate<Node>(loaded, { x: 3 })).toBe(3);
    expect(funcify(y).split('\n')).toHaveLength(depth);
  },
  sized,
);

test(
  'a diamond of one node twice, 10,000 deep, is differentiated',
  () => {
    const x = input('x');
    let y: Node = x;
    for (let i = 0; i < 10_000; i++) y = ops.multiply(0.5, ops.add(y, y));
    const slope = gradient<Node, Node>(y, x);
    expect(evaluate<Node[]>([y, slope, gradient<Node, Node>(slope, x)], { x: 3 })).toEqual([3, 1, 0]);
  },
  sized,
);

test(
  'a sum 1,000,000 wide is ordered, lowered, evaluated and differentiated',
  () => {
    const count = 1_000_000;
    const [x, p] = [input('x'), parameter(2)];
    const terms = Array.from({ length: count }, (_, i) => ops.multiply(i, x)) as Node[];
    const y = apply(primitives.add, [p, ...terms]) as Node;
    expect(topologicalOrder([y]).nodes.length).toBe(2 * count + 3);
    expect(evaluate<Node>(y, { x: 2 })).toBe(count * (count - 1) + 2);
    const slopes = gradient<Node[], Node>(y, [x, p]);
    expect(evaluate<Node[]>(slopes, { x: 2 })).toEqual([(count * (count - 1)) / 2, 1]);
  },
  sized,
);

test(
  'a product of 10,000 factors is differentiated by each of them',
  () => {
    const count = 10_000;
    const factors = Array.from({ length: count }, (_, i) => parameter(i % 2 === 0 ? 2 : 0.5));
    const y = ops.multiply(...factors) as Node;
    const slopes = evaluate<Node[]>(gradient<Node[], Node>(y, factors), {});
    expect(slopes.every((slope, i) => slope === (i % 2 === 0 ? 0.5 : 2))).toBe(true);
  },
  sized,
);

test(
  'a batch goes through a chain of 100,000',
  () => {
    const x = input('x');
    let y: Node = x;
    for (let i = 0; i < 100_000; i++) y = ops.add(y, 0.5);
    expect(Array.from(evaluator(y).batch({ x: [1, 2, 3] }))).toEqual([50_001, 50_002, 50_003]);
  },
  sized,
);

test('a derived list op of 100,000 arguments is expanded and differentiated', () => {
  const xs = Array.from({ length: 100_000 }, (_, i) => parameter(i));
  const y = ops.mean(xs) as Node;
  expect(evaluate<Node>(y, {})).toBe(49_999.5);
  expect(new Set(evaluate<Node[]>(gradient<Node[], Node>(y, xs), {}))).toEqual(new Set([1e-5]));
}, 120_000);
