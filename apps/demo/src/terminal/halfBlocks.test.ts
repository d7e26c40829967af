import { expect, test } from 'vitest';
import { halfBlocks } from './halfBlocks.ts';

test('halfBlocks puts two rows of pixels into one line', () => {
  expect(
    halfBlocks([
      [1, 1, 2],
      [3, 3, 2],
    ]),
  ).toEqual(['\x1b[0;38;5;1;48;5;3m▀▀\x1b[0;38;5;2m█\x1b[0m']);
});

test('halfBlocks leaves the lower half of an odd last row open', () => {
  expect(halfBlocks([[1], [1], [4]])).toEqual(['\x1b[0;38;5;1m█\x1b[0m', '\x1b[0;38;5;4m▀\x1b[0m']);
});
