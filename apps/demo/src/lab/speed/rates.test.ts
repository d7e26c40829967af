import { expect, it } from 'vitest';
import { rates } from './rates.ts';

const slice = (samples: number) => ({ samples, milliseconds: 10 });

it('rates gives the median of the slices in samples a second', () => {
  const seen = rates();
  expect(seen.of(0)).toBeUndefined();
  for (const samples of [5, 1000, 7]) seen.add(0, slice(samples));
  expect(seen.of(0)).toBe(700);
  expect(seen.of(1)).toBeUndefined();
});

it('rates forgets what is long ago', () => {
  const seen = rates();
  for (let i = 0; i < 100; i++) seen.add(0, slice(i < 59 ? 1 : 2));
  expect(seen.of(0)).toBe(200);
});

it('rates keeps an obstacle', () => {
  const seen = rates();
  seen.add(0, { obstacle: 'not allowed' });
  seen.add(0, slice(1));
  expect(seen.of(0)).toEqual({ obstacle: 'not allowed' });
});
