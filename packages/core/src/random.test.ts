import { expect, test } from 'vitest';
import { GraphError, normal, parameter, random, randomGenerator, seed, shuffle } from './index.ts';

test('randomGenerator(seed) gives the same numbers everywhere', () => {
  const first = (start: number): number[] => {
    const { next } = randomGenerator(start);
    return [next(), next(), next()];
  };
  expect([0, 42, -1, 2 ** 40 + 1, Number.MAX_SAFE_INTEGER].map(first)).toMatchInlineSnapshot(`
    [
      [
        0.8868539502021594,
        0.012474988946590604,
        0.032522145755498943,
      ],
      [
        0.6606157208001621,
        0.1117019639532224,
        0.0791056456144914,
      ],
      [
        0.5738642106516423,
        0.8762254613181748,
        0.16585210772302605,
      ],
      [
        0.2695549775670584,
        0.7432250778050736,
        0.055706748207860146,
      ],
      [
        0.05139972948581051,
        0.18690452447500827,
        0.5060738533709214,
      ],
    ]
  `);
  expect(Array.from({ length: 12 }, randomInteger(7))).toMatchInlineSnapshot(`
    [
      2,
      4,
      5,
      5,
      8,
      5,
      3,
      2,
      6,
      2,
      1,
      9,
    ]
  `);
  expect([1, 2, 3].map(() => normal(fixed))).toMatchInlineSnapshot(`
    [
      -1.3647401741275456,
      0.30543257615581626,
      -1.6536309434958643,
    ]
  `);
  expect(shuffle(randomGenerator(3), [0, 1, 2, 3, 4, 5, 6, 7])).toMatchInlineSnapshot(`
    [
      4,
      1,
      7,
      6,
      0,
      3,
      2,
      5,
    ]
  `);
});

const fixed = randomGenerator(5);
const randomInteger = (start: number): (() => number) => {
  const { integer } = randomGenerator(start);
  return () => integer(10);
};

/** Mean of f over n draws. */
const mean = (n: number, f: () => number): number => {
  let total = 0;
  for (let i = 0; i < n; i++) total += f();
  return total / n;
};

test('next() is uniform in [0, 1), successive numbers are independent', () => {
  const { next } = randomGenerator(1);
  const n = 100_000;
  const numbers = Array.from({ length: n }, next);
  expect(numbers.every((u) => u >= 0 && u < 1)).toBe(true);
  let [i, k] = [0, 0];
  expect(mean(n, () => numbers[i++] as number)).toBeCloseTo(1 / 2, 2);
  expect(mean(n - 1, () => (numbers[k] as number) * (numbers[++k] as number))).toBeCloseTo(1 / 4, 2);
  for (const power of [2, 3, 4]) {
    let at = 0;
    expect(mean(n, () => (numbers[at++] as number) ** power)).toBeCloseTo(1 / (power + 1), 2);
  }
  expect(new Set(numbers).size).toBe(n);
});

test('uniform(low, high) and integer(n) stay in their ranges and reach all of them', () => {
  const { uniform, integer } = randomGenerator(2);
  const numbers = Array.from({ length: 10_000 }, () => uniform(-3, 5));
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-3);
  expect(Math.min(...numbers)).toBeLessThan(-2.9);
  expect(Math.max(...numbers)).toBeLessThan(5);
  expect(Math.max(...numbers)).toBeGreaterThan(4.9);
  const counts = new Array<number>(6).fill(0);
  for (let i = 0; i < 60_000; i++) {
    const k = integer(6);
    counts[k] = (counts[k] as number) + 1;
  }
  expect(counts).toHaveLength(6);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  expect(Array.from({ length: 1000 }, () => integer(1)).every((i) => i === 0)).toBe(true);
});

test('normal(generator) has mean 0, variance 1, no skew, and kurtosis 3', () => {
  const generator = randomGenerator(3);
  const numbers = Array.from({ length: 100_000 }, () => normal(generator));
  const moment = (power: number): number => numbers.reduce((total, z) => total + z ** power, 0) / numbers.length;
  expect(moment(1)).toBeCloseTo(0, 1);
  expect(Math.abs(moment(1))).toBeLessThan(0.01);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.02);
  expect(Math.abs(moment(3))).toBeLessThan(0.05);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.1);
});

test('shuffle(list) puts the same elements in another order, in place, each order equally often', () => {
  const generator = randomGenerator(4);
  const list = Array.from({ length: 1000 }, (_, i) => i);
  const shuffled = shuffle(generator, list);
  expect(shuffled).toBe(list);
  expect(shuffled).not.toEqual(Array.from({ length: 1000 }, (_, i) => i));
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  expect([...shuffle(generator, new Int32Array([1, 2, 3]))].sort()).toEqual([1, 2, 3]);
  expect(shuffle(generator, [])).toEqual([]);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffle(generator, ['a', 'b', 'c']).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('randomGenerator(state()) goes on exactly where the state was taken', () => {
  const generator = randomGenerator(6);
  for (let i = 0; i < 17; i++) normal(generator);
  const state = JSON.parse(JSON.stringify(generator.state()));
  const expected = [generator.next(), generator.uniform(2, 3), normal(generator), generator.integer(99)];
  const other = randomGenerator(state);
  expect([other.next(), other.uniform(2, 3), normal(other), other.integer(99)]).toEqual(expected);
});

test('different seeds give different numbers', () => {
  const seeds = [...Array.from({ length: 2001 }, (_, i) => i - 1000), 2 ** 32, 2 ** 33, -(2 ** 32), 2 ** 53 - 1];
  expect(new Set(seeds.map((start) => randomGenerator(start).next())).size).toBe(seeds.length);
});

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '42', undefined, true])(
  'seed(%o) is refused',
  (value) => {
    expect(() => seed(value as number)).toThrow(/^A seed must be a whole number, not .+\.$/);
    expect(() => seed(value as number)).toThrow(GraphError);
  },
);

test('seed(n) makes parameter() draw the same values again, uniformly from −1…1', () => {
  seed(42);
  const values = Array.from({ length: 1000 }, () => parameter().value);
  seed(42);
  expect(Array.from({ length: 1000 }, () => parameter().value)).toEqual(values);
  expect(values.every((value) => value >= -1 && value < 1)).toBe(true);
  expect(Math.min(...values)).toBeLessThan(-0.99);
  expect(Math.max(...values)).toBeGreaterThan(0.99);
  seed(43);
  expect(parameter().value).not.toBe(values[0]);
});

test('random() is the generator that parameter() draws from; parameter(value) draws nothing', () => {
  seed(1);
  const first = random().uniform(-1, 1);
  seed(1);
  parameter(5);
  expect(parameter().value).toBe(first);
});

test('parameter(value, { name, trainable }) refuses what is no number', () => {
  expect(() => parameter('1' as unknown as number)).toThrow('A parameter must be a number, not "1" (a string).');
  expect(parameter(0)).toMatchObject({ value: 0, name: undefined, trainable: true });
  expect(parameter(Number.NaN, { name: 'w', trainable: false })).toMatchObject({ name: 'w', trainable: false });
});
