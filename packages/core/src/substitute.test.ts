import { expect, test } from 'vitest';
import {
  constant,
  defineMacro,
  evaluate,
  funcify,
  GraphError,
  input,
  type Node,
  parameter,
  substitute,
} from './index.ts';
import { add, exp, multiply, square } from './testing/vocabulary.ts';

const [x, y] = [input('x'), input('y')];

test('substitute(outputs, replace) puts other nodes in the place of some', () => {
  const w = parameter(2);
  const loss = add(multiply(w, x), multiply(w, y));
  const fixed = substitute(loss, (node) => (node === w ? constant(5) : node));
  expect(funcify(fixed)).toBe('5 * x + 5 * y');
  expect(funcify(loss)).toBe('2 * x + 2 * y');
});

test('substitute shares what does not change, and builds what is shared once', () => {
  const kept = exp(y);
  const s = square(x);
  const outputs = { kept, list: [add(s, s, kept), 3] } as const;
  const asked: Node[] = [];
  const changed = substitute(outputs, (node, original) => {
    asked.push(original);
    return node === x ? y : node;
  });
  expect(changed.kept).toBe(kept);
  expect(funcify(changed)).toBe('kept = exp(y)\ns1 = y ** 2\nlist[0] = s1 + s1 + kept\nlist[1] = 3');
  expect(new Set(asked).size).toBe(asked.length);
});

test('substitute asks with the node as it is by then and as it was', () => {
  const s = square(x);
  const seen: boolean[] = [];
  const found = substitute(exp(s), (node, original) => {
    if (original === s) seen.push(node === s);
    return node === x ? y : original === s ? add(node, 1) : node;
  });
  expect(seen).toEqual([false]);
  expect(funcify(found)).toBe('exp(y ** 2 + 1)');
});

test('substitute takes numbers for nodes, and replaces outputs that are numbers', () => {
  expect(
    evaluate(
      substitute(add(x, 1), (node) => (node === x ? 4 : node)),
      { x: 0 },
    ),
  ).toBe(5);
  expect(evaluate(substitute([1, 2], (node) => (node.kind === 'constant' ? node.value * 10 : node)))).toEqual([10, 20]);
  expect(() => substitute(x, () => 'y' as unknown as Node)).toThrow(GraphError);
});

test('substitute leaves what is built anew in its scope', () => {
  const block = defineMacro('block', (a: Node) => exp(square(a)));
  const found = substitute(block(x), (node) => (node === x ? y : node));
  expect(found.scope).toMatchObject({ macro: 'block' });
});

test('substitute goes through a chain of 100,000 operations', () => {
  let chain: Node = x;
  for (let i = 0; i < 100_000; i++) chain = add(chain, 1);
  expect(
    evaluate<Node>(
      substitute(chain, (node) => (node === x ? y : node)),
      { y: 1 },
    ),
  ).toBe(100_001);
});
