import { expect, test } from 'vitest';
import { bar } from './bar.ts';

test('bar is full for 1, empty for 0 and rounds in between', () => {
  expect([1, 0, 0.5, 0.99].map((share) => bar(share, 4))).toEqual(['████', '░░░░', '██░░', '████']);
});
