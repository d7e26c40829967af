import { expect, test } from 'vitest';
import { moments } from './moments.ts';

test('moments gives mean and standard deviation of the named columns', () => {
  const rows = [
    { a: 1, b: 10, c: 0 },
    { a: 3, b: 10, c: 1 },
  ];
  expect(moments(rows, ['b', 'a'])).toEqual({ mean: [10, 2], deviation: [0, 1] });
});
