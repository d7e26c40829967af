import { expect, test } from 'vitest';
import { folds } from './folds.ts';

const rows = Array.from({ length: 30 }, (_, id) => ({ id, kind: id % 3 }));
const classOf = (row: (typeof rows)[number]) => row.kind;
const idsOf = (list: readonly { id: number }[]) => list.map(({ id }) => id).sort((a, b) => a - b);

test('every row is a test row of exactly one fold, and a training row of all others', () => {
  const five = folds(rows, 5, { classOf, seed: 1 });
  expect(idsOf(five.flatMap(({ test }) => test))).toEqual(idsOf(rows));
  for (const { training, test } of five) expect(idsOf([...training, ...test])).toEqual(idsOf(rows));
});

test('every fold has its share of every class', () => {
  for (const { test } of folds(rows, 5, { classOf, seed: 2 })) {
    expect(test.map(classOf).sort()).toEqual([0, 0, 1, 1, 2, 2]);
  }
});

test('the same seed gives the same folds, another seed others', () => {
  const first = (seed: number) => idsOf(folds(rows, 5, { classOf, seed })[0]?.test ?? []);
  expect(first(1)).toEqual(first(1));
  expect(first(1)).not.toEqual(first(2));
});
