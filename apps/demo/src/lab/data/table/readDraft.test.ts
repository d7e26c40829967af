import { expect, it } from 'vitest';
import { readDraft } from './readDraft.ts';

it('a table that is good comes with its columns and its data', () => {
  const { columns, data, troubles } = readDraft('a,b\n10,x\n9,y\n,x\n', { target: '', incomplete: 'leaveOut' });
  expect(columns).toEqual([
    { name: 'a', holds: 'numbers', values: ['9', '10'], missing: 1 },
    { name: 'b', holds: 'words', values: ['x', 'y'], missing: 0 },
  ]);
  expect(data?.count).toBe(2);
  expect(troubles).toEqual([]);
});

it('columns are known even if cells are wrong, so that they can be ignored', () => {
  const { columns, data, troubles } = readDraft('a,b\n1,x\n?,y\nz,x\n', { target: '' });
  expect(columns.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(data).toBeUndefined();
  expect(troubles).toEqual([
    'Row 3, column "a": "?" is no value. Fill it in, or leave out rows with missing values.',
    'Row 4, column "a": "z" is no number. Write a number, or remove the row.',
  ]);
});

it('nothing is known of a text that is no table', () => {
  expect(readDraft('', { target: '' })).toMatchObject({ columns: [], data: undefined });
});
