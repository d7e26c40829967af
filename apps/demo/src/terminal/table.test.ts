import { expect, test } from 'vitest';
import { beside, table } from './table.ts';

test('table aligns the first column to the left and numbers to the right', () => {
  expect(
    table([
      ['', 'yes', 'no'],
      ['cat', 7, 10],
      ['elephant', 100, 2],
    ]),
  ).toEqual(['          yes  no', 'cat         7  10', 'elephant  100   2']);
});

test('table leaves no spaces at the ends of lines', () => {
  expect(table([['a', 'b'], ['c', ''], ['d']])).toEqual(['a  b', 'c', 'd']);
});

test('beside puts blocks next to each other, of different heights too', () => {
  expect(beside(['one', 'three'], ['x', 'y', 'z'], 2)).toEqual(['one    x', 'three  y', '       z']);
  expect(beside(['a', 'b'], ['c'], 1)).toEqual(['a c', 'b']);
});
