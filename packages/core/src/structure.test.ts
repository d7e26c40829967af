import { expect, test } from 'vitest';
import { evaluate, GraphError, input, isNode, mapNodes, type Outputs, outputNodes } from './index.ts';
import { add } from './testing/vocabulary.ts';

const [a, b] = [input('a'), input('b')];
const row = { a: 1, b: 2 };

test('evaluate(outputs, row) gives numbers in the structure of the outputs', () => {
  const y = add(a, b);
  expect(evaluate(y, row)).toBe(3);
  expect(evaluate(7)).toBe(7);
  expect(evaluate([y, [a, 5], []], row)).toEqual([3, [1, 5], []]);
  expect(evaluate({ y, deep: { list: [b] }, none: {} }, row)).toEqual({ y: 3, deep: { list: [2] }, none: {} });
});

test('mapNodes(outputs, replace) and outputNodes(outputs) go from left to right', () => {
  const outputs = { z: [a, { b }], a: 1 };
  const names: unknown[] = [];
  mapNodes(outputs, (node) => names.push(node.kind === 'input' ? node.name : node.kind));
  expect(names).toEqual(['a', 'b', 'constant']);
  expect(outputNodes(outputs).slice(0, 2)).toEqual([a, b]);
  expect(outputNodes([])).toEqual([]);
});

test('a record may have outputs called kind, rank, length or __proto__', () => {
  const outputs = { kind: a, rank: b, length: 3, id: 4, ...JSON.parse('{"__proto__": 5}') };
  expect(isNode(outputs)).toBe(false);
  const values = evaluate(outputs, row) as Record<string, number>;
  expect(Object.entries(values).sort()).toEqual([
    ['__proto__', 5],
    ['id', 4],
    ['kind', 1],
    ['length', 3],
    ['rank', 2],
  ]);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
});

test.each<[unknown, string]>([
  [undefined, 'outputs must be a node, or an array or record of nodes, not undefined.'],
  ['y', 'outputs must be a node, or an array or record of nodes, not "y" (a string).'],
  [[a, null], 'outputs[1] must be a node, or an array or record of nodes, not null.'],
  [new Array(1), 'outputs[0] must be a node, or an array or record of nodes, not undefined.'],
  [{ a: { list: [a, true] } }, 'outputs.a.list[1] must be a node, or an array or record of nodes, not true.'],
  [{ f: () => a }, 'outputs.f must be a node, or an array or record of nodes, not a function (f).'],
])('evaluate(%o, row) is refused', (outputs, message) => {
  expect(() => evaluate(outputs as Outputs, row)).toThrow(message);
  expect(() => evaluate(outputs as Outputs, row)).toThrow(GraphError);
});
