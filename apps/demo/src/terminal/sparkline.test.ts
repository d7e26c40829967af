import { expect, test } from 'vitest';
import { sparkline } from './sparkline.ts';

test('sparkline draws the lowest number as ▁ and the highest as █', () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8)).toBe('▁▂▃▄▅▆▇█');
  expect(sparkline([7, -7, 0], 10)).toBe('█▁▅');
});

test('sparkline takes the mean of each share when there are more numbers than room', () => {
  expect(sparkline([0, 2, 3, 3, 8, 8, 8], 3)).toBe('▁▃█');
});

test('sparkline of equal numbers is flat', () => {
  expect(sparkline([3, 3, 3], 3)).toBe('▁▁▁');
  expect(sparkline([], 3)).toBe('');
});
