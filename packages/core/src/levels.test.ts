import { expect, test } from 'vitest';
import { sumBatch } from './batch.ts';
import { levelsOf } from './levels.ts';
import { lower } from './lower.ts';
import { input, type Node } from './node.ts';
import { apply } from './op.ts';
import { exp, log, multiply, sqrt } from './primitives/index.ts';
import { firstPrimitive, type Program } from './program.ts';
import { parameter } from './random.ts';

const [x, w] = [input('x'), parameter(1)];

function names({ op, primitives }: Program, ids: readonly number[]): (string | undefined)[] {
  return ids.map((id) => primitives[(op[id] as number) - firstPrimitive]?.name);
}

function levels(output: Node) {
  const program = lower(output);
  return levelsOf(program).map(({ uniform, samples, sums }) =>
    [uniform, samples, sums].map((ids) => names(program, ids).join(' ')),
  );
}

test('levelsOf sorts operations by the sums over the batch that they wait for', () => {
  const total = sumBatch(apply(exp, [x]));
  expect(levels(apply(multiply, [apply(log, [total]), apply(sqrt, [w])]))).toEqual([
    ['sqrt', 'exp', 'sumBatch'],
    ['log multiply', '', ''],
  ]);
  expect(levels(sumBatch(apply(multiply, [x, total])))).toEqual([
    ['', 'exp', 'sumBatch'],
    ['', 'multiply', 'sumBatch'],
  ]);
});

test('levelsOf has one level where there is no sum over samples', () => {
  expect(levels(sumBatch(w))).toEqual([['sumBatch', '', '']]);
  expect(levels(x)).toEqual([['', '', '']]);
});
