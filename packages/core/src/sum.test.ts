import { expect, test } from 'vitest';
import { tileLength } from './index.ts';
import { batchSums } from './sum.ts';

/** Section 4 of the design: two interleaved partial sums in a tile of 64, tiles added in order. */
function definition(values: readonly number[]): number {
  let total = 0;
  for (let tile = 0; 64 * tile < values.length; tile++) {
    let [lane0, lane1] = [0, 0];
    for (let i = 64 * tile; i < Math.min(values.length, 64 * tile + 64); i += 2) {
      lane0 += values[i] as number;
      lane1 += i + 1 < Math.min(values.length, 64 * tile + 64) ? (values[i + 1] as number) : 0;
    }
    total += lane0 + lane1;
  }
  return total;
}

/** Numbers of very different sizes: another order of summation gives other bits. */
const values = Array.from({ length: 1000 }, (_, i) => Math.sin(i * i) * 2 ** ((i * 7) % 40));

test('tileLength is 64', () => {
  expect(tileLength).toBe(64);
});

test.each([0, 1, 2, 3, 5, 63, 64, 65, 127, 128, 129, 1000])(
  'batchSums adds %i numbers in the order of the definition',
  (count) => {
    const sums = batchSums(1);
    const list = Float64Array.from(values);
    sums.add(0, list, 0, count);
    expect(sums.total(0)).toBe(definition(values.slice(0, count)));
  },
);

test('batchSums gives the same bits however the numbers are cut into pieces', () => {
  const list = Float64Array.from(values);
  for (const piece of [1, 2, 3, 5, 7, 63, 64, 65, 999]) {
    const sums = batchSums(2);
    for (let from = 0; from < 1000; from += piece) sums.add(1, list, from, Math.min(piece, 1000 - from));
    expect([sums.total(0), sums.total(1)]).toEqual([0, definition(values)]);
  }
});

test('the order of the definition is not that from left to right, so the tests above can fail', () => {
  expect(definition(values)).not.toBe(values.reduce((a, b) => a + b));
});

test('batchSums.reset() starts all sums anew', () => {
  const sums = batchSums(2);
  sums.add(0, Float64Array.of(1, 2, 3), 0, 3);
  sums.add(1, Float64Array.from(values), 0, 100);
  sums.reset();
  sums.add(1, Float64Array.of(1, 2, 3), 1, 2);
  expect([sums.total(0), sums.total(1)]).toEqual([0, 5]);
});

test('batchSums carries NaN and infinity', () => {
  const sums = batchSums(1);
  sums.add(0, Float64Array.of(1, Number.POSITIVE_INFINITY, 3), 0, 3);
  expect(sums.total(0)).toBe(Number.POSITIVE_INFINITY);
  sums.add(0, Float64Array.of(Number.NEGATIVE_INFINITY), 0, 1);
  expect(sums.total(0)).toBeNaN();
});
