import { expect, test } from 'vitest';
import { confusionTable } from './confusionTable.ts';

test('confusionTable counts rows by actual and predicted class', () => {
  const table = confusionTable([0.2, 0.9, 0.6, 0.7], [0, 1, 0, 1]);
  expect(table.counts).toEqual([
    [1, 1],
    [0, 2],
  ]);
  expect(table.classes).toEqual(['0', '1']);
});

test('confusionTable prints with class names, one line for each actual class', () => {
  const scores = { setosa: [9, 0, 0, 0], versicolor: [0, 10, 3, 0], virginica: [0, 0, 2, 4] };
  const table = confusionTable(scores, [0, 1, 2, 2], { classes: ['setosa', 'versicolor', 'virginica'] });
  expect(String(table)).toBe(
    [
      'actual \\ predicted  setosa  versicolor  virginica',
      'setosa                   1           0          0',
      'versicolor               0           1          0',
      'virginica                0           1          1',
    ].join('\n'),
  );
});

test('confusionTable takes the class names of a record of scores', () => {
  expect(confusionTable({ cat: [1, 0], dog: [0, 1] }, [0, 1]).classes).toEqual(['cat', 'dog']);
});

test('confusionTable refuses labels that are no class and a wrong number of names', () => {
  expect(() => confusionTable([[1], [2], [3]], [3])).toThrow(
    'row 0 has the label 3, expected a class number from 0 to 2',
  );
  expect(() => confusionTable([0.5], [1], { classes: ['only'] })).toThrow('1 class names (only) for 2 classes');
});
