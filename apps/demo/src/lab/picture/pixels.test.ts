import { expect, it } from 'vitest';
import { pixels } from './pixels.ts';
import { shade, shadeClass } from './shade.ts';

it('pixels(grid) are the shades of its values, in order', () => {
  const values = Float32Array.of(0, 0.5, 1);
  expect([...pixels({ values }, 'light')]).toEqual([0, 0.5, 1].flatMap((value) => [...shade(value, 'light')]));
});

it('pixels(grid) of several classes are shaded by class and certainty', () => {
  const [values, classes] = [Float32Array.of(0.25, 1), Uint8Array.of(2, 0)];
  const expected = [...shadeClass(2, 0.25, 'dark'), ...shadeClass(0, 1, 'dark')];
  expect([...pixels({ values, classes }, 'dark')]).toEqual(expected);
});

it('pixels(grid) are of the ground where there is no number', () => {
  expect([...pixels({ values: Float32Array.of(Number.NaN) }, 'dark')]).toEqual([...shade(0.5, 'dark')]);
});

it('shade(value) is opaque, so that a canvas gives back the bytes that were put into it', () => {
  for (const value of [0, 0.3, 1, Number.NaN]) expect(shade(value, 'light')[3]).toBe(255);
});

it('shade(value) has orange below one half, blue above, and no colour at it', () => {
  const [low, middle, high] = [shade(0, 'light'), shade(0.5, 'light'), shade(1, 'light')];
  expect(low[0] - low[2]).toBeGreaterThan(80);
  expect(high[2] - high[0]).toBeGreaterThan(80);
  expect(Math.max(...middle.slice(0, 3)) - Math.min(...middle.slice(0, 3))).toBeLessThan(8);
  expect(shade(Number.NaN, 'light')).toEqual(middle);
});
