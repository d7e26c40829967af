import { gradient, lower, type Node, parameter } from '@chainrule/core';
import { add, exp, multiply, square, subtract, sum } from '@chainrule/ops';
import { expect, test } from 'vitest';
import type { BlockProgram } from './block.ts';
import { discover } from './discover.ts';
import { recomputed } from './recompute.ts';
import { differenceFrom } from './testing/differenceFrom.ts';
import { outline } from './testing/outline.ts';

const vector = (count: number): Node[] => Array.from({ length: count }, (_, i) => parameter(Math.sin(i)));
const next = (x: readonly Node[], build: (a: Node, b: Node) => unknown): Node[] =>
  x.slice(1).map((b, i) => build(x[i] as Node, b) as Node);

/** The blocks of outputs before and after, which give the same bits. */
function both(outputs: readonly Node[]): [before: string[][], after: string[][]] {
  const program = lower(outputs);
  const before = discover(program);
  const after = recomputed(before);
  expect(differenceFrom(program, after, 1)).toBeUndefined();
  return [before, after].map((blocks: BlockProgram) => outline(blocks)) as [string[][], string[][]];
}

test('recomputed(gradient of the function of Rosenbrock) has no map of which others read shifted rows', () => {
  const x = vector(100);
  const terms = next(x, (a, b) => add(multiply(100, square(subtract(b, square(a)))), square(subtract(1, a))));
  const [before, after] = both(gradient<Node[], Node>(sum(terms) as Node, x) as Node[]);
  expect(before).toEqual([['map 99', 'segment', 'map 98']]);
  expect(after).toEqual([['segment', 'map 98']]);
});

test('recomputed(blocks) leaves maps whose functions take long', () => {
  const y = next(vector(50), (a, b) => exp(multiply(a, b)) as Node);
  const [before, after] = both(next(y, subtract));
  expect(before).toEqual([['map 49', 'map 48']]);
  expect(after).toEqual(before);
});

test('recomputed(blocks) leaves maps that a fold reads, and those that are outputs', () => {
  const y = next(vector(50), multiply);
  const [folded, still] = both([...next(y, subtract), sum(y.map((its) => square(its) as Node)) as Node]);
  expect(still).toEqual(folded);
  const [given, kept] = both([...next(y, subtract), ...y]);
  expect(kept).toEqual(given);
});

test('recomputed(blocks) leaves maps that are read so often that keeping them is less work', () => {
  const y = next(vector(55), (a, b) => multiply(add(a, b), subtract(a, b), add(a, 2), add(b, 3)) as Node);
  const at = (i: number): Node => y[i] as Node;
  const [before, after] = both(
    Array.from({ length: 50 }, (_, i) =>
      add(at(i), square(at(i + 1)), multiply(3, at(i + 2)), multiply(at(i + 4), 7)),
    ) as Node[],
  );
  expect(before).toEqual([['map 54', 'map 50']]);
  expect(after).toEqual(before);
});
