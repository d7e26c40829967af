import { expect, it } from 'vitest';
import { readDraft } from './readDraft.ts';

it('a table that is good comes with its columns and what it gives', () => {
  expect(readDraft('a,b\n10,x\n9,y\n,x\n', { target: '', incomplete: 'leaveOut' })).toEqual({
    columns: [
      { name: 'a', holds: 'numbers', missing: 1, contents: 'numbers from 9 to 10, 1 missing', predict: 'number' },
      { name: 'b', holds: 'words', missing: 0, contents: '2 words: x, y', predict: 'class' },
    ],
    table: { task: 'binary', features: ['a'], classes: ['x', 'y'], count: 2, targetName: 'b' },
    troubles: [],
  });
});

it('columns are known even if cells are wrong, so that they can be ignored', () => {
  const { columns, table, troubles } = readDraft('a,b\n1,x\n?,y\nz,x\n3,x', { target: '' });
  expect(columns.map(({ contents }) => contents)).toEqual(['numbers from 1 to 3, 1 missing', '2 words: x, y']);
  expect(table).toBeUndefined();
  expect(troubles).toEqual([
    'Row 3, column "a": "?" is no value. Fill it in, or leave out rows with missing values.',
    'Row 4, column "a": "z" is no number. Write a number, or remove the row.',
  ]);
});

it('nothing is known of a text that is no table', () => {
  expect(readDraft('', { target: '' })).toMatchObject({ columns: [], table: undefined });
});
