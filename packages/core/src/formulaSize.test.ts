import { expect, test } from 'vitest';
import { apply, funcify, input, type Node, primitives } from './index.ts';
import { runFormula } from './testing/runFormula.ts';
import { add, multiply, negate, relu, sqrt } from './testing/vocabulary.ts';

const [a, b, x] = [input('a'), input('b'), input('x')];

/** How deep the parentheses of the deepest line go. */
function nesting(formula: string): number {
  let [deepest, depth] = [0, 0];
  for (const sign of formula) {
    if (sign === '(') deepest = Math.max(deepest, ++depth);
    if (sign === ')') depth--;
  }
  return deepest;
}

test('funcify nests nothing more than 20 deep', () => {
  let y: Node = x;
  for (let i = 0; i < 100; i++) y = relu(y);
  const formula = funcify(y);
  expect(nesting(formula)).toBe(20);
  expect(formula.split('\n')).toHaveLength(5);
  expect(runFormula(formula, { x: 2 })['result']).toBe(2);
  let z: Node = x;
  for (let i = 0; i < 20; i++) z = relu(z);
  expect(funcify(z)).toBe(`${'relu('.repeat(20)}x${')'.repeat(20)}`);
});

test('funcify prints a chain of 1,000,000 operations', () => {
  let y: Node = x;
  for (let i = 0; i < 500_000; i++) y = add(multiply(y, x), 1);
  const lines = funcify(y).split('\n');
  expect(lines.length).toBeGreaterThan(40_000);
  expect(
    lines
      .slice(0, 1)
      .concat(lines.slice(-1))
      .map(nesting)
      .every((depth) => depth <= 20),
  ).toBe(true);
}, 30_000);

test('funcify prints a sum of 1,000,000 terms and as many outputs', () => {
  const nodes = Array.from({ length: 1_000_000 }, (_, i) => (i % 2 === 0 ? a : negate(b)));
  expect(funcify(apply(primitives.add, nodes))).toHaveLength('a - b'.length + 499_999 * ' + a - b'.length);
  expect(funcify(nodes).split('\n')).toHaveLength(1_000_000);
}, 30_000);

test('funcify prints a node that is 100,000 outputs in time', () => {
  expect(funcify(new Array(100_000).fill(sqrt(a))).split('\n')[99_999]).toBe('outputs[99999] = outputs[0]');
});
