// Lists of more arguments than a function of an engine can hold.
import {
  gradient,
  input,
  inputs,
  lower,
  meanBatch,
  type Node,
  type Program,
  parameter,
  parameters,
} from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { linear } from '@chainrule/macros';
import { add, exp, multiply, sum, tanh } from '@chainrule/ops';
import { describe, expect, test } from 'vitest';
import type { Block, BlockProgram } from './block.ts';
import { condense } from './condense.ts';
import { discover, straight } from './discover.ts';
import { gradientBlocks } from './gradientBlocks.ts';
import { differenceFrom } from './testing/differenceFrom.ts';

const blocksIn = ({ phases }: BlockProgram): Block[] => phases.flatMap(({ blocks }) => blocks);
const longest = (blocks: BlockProgram): number =>
  Math.max(
    ...blocksIn(blocks).flatMap((block) =>
      block.kind === 'map' ? block.statements.map(({ args }) => args.length) : [],
    ),
  );
/** The parts of each fold. */
const partsOf = (blocks: BlockProgram): number[] =>
  blocksIn(blocks).flatMap((block) => (block.kind === 'fold' ? [block.parts.length] : []));
const xs = inputs('x', 5000);
const unlike = (x: Node, i: number): Node =>
  [tanh(x), x, exp(x), multiply(x, parameter(i / 5000)), multiply(2, x)][i % 5] as Node;

describe('a sum of 5,000 terms', () => {
  test.each([
    ['of many kinds, one after the other', sum(xs.map(unlike))],
    ['whose first are of one kind', sum([...xs.slice(0, 8), ...xs.slice(8).map(unlike)])],
  ])('%s, is statements and folds of no more than 400 parts, with the bits of the definition', (_, of) => {
    const program = lower(of);
    for (const blocks of [discover(program), straight(program)]) {
      expect(longest(blocks)).toBe(400);
      expect(Math.max(0, ...partsOf(blocks))).toBeLessThanOrEqual(400);
      expect(differenceFrom(program, blocks, 3)).toBeUndefined();
    }
  });

  test('of one kind, or of a few, is a fold', () => {
    const halves = [...xs.slice(0, 2500).map(tanh), ...xs.slice(2500).map((x) => multiply(x, parameter(1)))] as Node[];
    for (const terms of [xs, halves]) {
      const program: Program = lower(sum(terms));
      expect(partsOf(discover(program))).toHaveLength(1);
      expect(differenceFrom(program, discover(program), 3)).toBeUndefined();
    }
  });
});

test('a list that is cut may stand beside one of 200,000 arguments that is not', () => {
  const many = inputs('y', 200_000);
  const program = lower(sum([sum(many), ...xs.slice(0, 500).map(unlike)]), { simplify: false });
  expect(partsOf(discover(program))).toHaveLength(1);
});

test('the derivative for a parameter that a chain reads at each of its links is cut, too', () => {
  const p = parameter(0.999);
  let y: Node = input('x');
  for (let i = 0; i < 1000; i++) y = tanh(multiply(p, y)) as Node;
  const mean = meanBatch(y) as Node;
  const program = lower([mean, ...(gradient(mean, [p]) as Node[])]);
  expect(longest(discover(program))).toBe(400);
  expect(differenceFrom(program, discover(program), 3)).toBeUndefined();
});

test('layers beside a long sum stay dense', () => {
  const outputs = linear(inputs('pixel', 20).map(tanh) as Node[], 8).map(tanh) as Node[];
  const loss = add(squaredError(sum(outputs), input('target')), sum(xs.slice(0, 900).map(unlike)));
  const mean = meanBatch(loss) as Node;
  const weights = parameters(mean);
  const blocks = gradientBlocks(condense(mean), weights) as BlockProgram;
  expect(longest(blocks)).toBe(400);
  expect(
    blocksIn(blocks)
      .filter(({ kind }) => kind === 'outer')
      .map(({ rows }) => rows),
  ).toContain(8);
  expect(differenceFrom(lower([mean, ...(gradient(mean, weights) as Node[])]), blocks, 3)).toBeUndefined();
});
