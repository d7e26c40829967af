import { GraphError, input, normal, parameter, parameters, random, randomGenerator, seed } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import {
  constants,
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  type Initializer,
  lecunNormal,
  lecunUniform,
  linear,
  orthogonal,
  uniform,
  zeros,
} from '../index.ts';

const drawn = (initializer: Initializer, rows: number, columns: number, from = 42): number[] =>
  Array.from(initializer(rows, columns, randomGenerator(from)));

/** Mean, variance and kurtosis (3 for the normal distribution, 1.8 for the uniform one). */
function momentsOf(list: readonly number[]): { mean: number; variance: number; kurtosis: number } {
  const average = (f: (x: number) => number): number => list.reduce((total, x) => total + f(x), 0) / list.length;
  const mean = average((x) => x);
  const variance = average((x) => (x - mean) ** 2);
  return { mean, variance, kurtosis: average((x) => (x - mean) ** 4) / variance ** 2 };
}

describe('over 100,000 draws, with fan in 200 and fan out 500', () => {
  it.each([
    ['uniform', uniform(), 1 / 3, 1.8],
    ['glorotUniform', glorotUniform(), 2 / 700, 1.8],
    ['glorotNormal', glorotNormal(), 2 / 700, 3],
    ['heUniform', heUniform(), 2 / 200, 1.8],
    ['heNormal', heNormal(), 2 / 200, 3],
    ['lecunUniform', lecunUniform(), 1 / 200, 1.8],
    ['lecunNormal', lecunNormal(), 1 / 200, 3],
  ])('%s has mean 0, its variance and its shape', (_, initializer, variance, kurtosis) => {
    const moments = momentsOf(drawn(initializer, 500, 200));
    expect(Math.abs(moments.mean)).toBeLessThan(4 * Math.sqrt(variance / 1e5));
    expect(Math.abs(moments.variance / variance - 1)).toBeLessThan(0.02);
    expect(Math.abs(moments.kurtosis / kurtosis - 1)).toBeLessThan(0.03);
  });
});

it('uniform, glorotUniform, heUniform and lecunUniform stay inside their limits and come near them', () => {
  for (const [initializer, limit] of [
    [uniform(), 1],
    [glorotUniform(), Math.sqrt(6 / 700)],
    [heUniform(), Math.sqrt(6 / 200)],
    [lecunUniform(), Math.sqrt(3 / 200)],
  ] as const) {
    const sizes = drawn(initializer, 500, 200).map(Math.abs);
    const largest = sizes.reduce((a, b) => Math.max(a, b));
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThan(0.999 * limit);
  }
});

it('uniform draws what parameters without a value draw', () => {
  seed(42);
  const wanted = Array.from({ length: 6 }, () => parameter().value);
  expect(drawn(uniform(), 2, 3)).toEqual(wanted);
  const between = drawn(uniform(2, 3), 100, 100);
  expect(between.every((value) => value >= 2 && value < 3)).toBe(true);
});

it('constants and zeros are the same everywhere and draw nothing', () => {
  expect(drawn(constants(0.5), 2, 2)).toEqual([0.5, 0.5, 0.5, 0.5]);
  expect(drawn(zeros(), 1, 3)).toEqual([0, 0, 0]);
  const generator = randomGenerator(1);
  const before = generator.state();
  zeros()(2, 2, generator);
  expect(generator.state()).toEqual(before);
});

describe('orthogonal', () => {
  it.each([
    [1, 1],
    [8, 8],
    [3, 20],
    [20, 3],
    [128, 100],
  ])('%d rows of %d are orthonormal, by rows or by columns', (rows, columns) => {
    for (const gain of [1, 2.5]) {
      const w = drawn(orthogonal(gain), rows, columns);
      const at = (i: number, j: number): number => w[i * columns + j] as number;
      const wide = rows <= columns;
      const [many, long] = wide ? [rows, columns] : [columns, rows];
      for (let a = 0; a < many; a++)
        for (let b = 0; b < many; b++) {
          let product = 0;
          for (let k = 0; k < long; k++) product += wide ? at(a, k) * at(b, k) : at(k, a) * at(k, b);
          expect(Math.abs(product - (a === b ? gain * gain : 0))).toBeLessThan(1e-12);
        }
    }
  });

  it('has no preferred direction', () => {
    const list = Array.from({ length: 2000 }, (_, i) => drawn(orthogonal(), 3, 3, i));
    for (let k = 0; k < 9; k++) {
      const { mean, variance } = momentsOf(list.map((w) => w[k] as number));
      expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(1 / 3 / 2000));
      expect(Math.abs(variance * 3 - 1)).toBeLessThan(0.1);
    }
  });
});

it('the same seed gives the same bits, everywhere', () => {
  const hash = (initializer: Initializer): string => {
    seed(42);
    const bits = new Uint32Array(Float64Array.from(initializer(16, 8, random())).buffer);
    return bits.reduce((h, word) => Math.imul(h ^ word, 0x01000193) >>> 0, 0x811c9dc5).toString(16);
  };
  expect({
    uniform: hash(uniform()),
    glorotUniform: hash(glorotUniform()),
    glorotNormal: hash(glorotNormal()),
    heUniform: hash(heUniform()),
    heNormal: hash(heNormal()),
    lecunUniform: hash(lecunUniform()),
    lecunNormal: hash(lecunNormal()),
    orthogonal: hash(orthogonal()),
  }).toEqual({
    uniform: 'd851fae2',
    glorotUniform: '2ff1fae2',
    glorotNormal: 'e354eb78',
    heUniform: '7aeef5ed',
    heNormal: '10f4488c',
    lecunUniform: '11485de7',
    lecunNormal: 'ac3e9346',
    orthogonal: '9b77beea',
  });
});

it('seed reproduces a layer', () => {
  const values = (): number[] => {
    seed(42);
    return parameters(linear([input('x')], 3, { initializer: heNormal(), bias: uniform(-0.1, 0.1) })).map(
      (p) => p.value,
    );
  };
  expect(values()).toEqual(values());
});

it('an initializer of one’s own is a function', () => {
  const small: Initializer = (rows, columns, generator) =>
    Array.from({ length: rows * columns }, () => 0.01 * normal(generator));
  expect(parameters(linear([input('x')], 2, { initializer: small }))).toHaveLength(4);
});

it('initializers reject settings without meaning', () => {
  const wrong: [() => unknown, string][] = [
    [() => uniform(1, -1), 'uniform(low, high) needs two finite numbers with low < high, not 1 and -1.'],
    [() => uniform(0, Number.NaN), 'uniform(low, high) needs two finite numbers with low < high, not 0 and NaN.'],
    [() => uniform(Number.NEGATIVE_INFINITY, 0), 'needs two finite numbers with low < high, not -Infinity and 0.'],
    [() => constants(Number.NaN), 'constants(value) needs a finite number, not NaN.'],
    [() => orthogonal(0), 'orthogonal(gain) needs a positive finite number, not 0.'],
    [() => orthogonal(Number.POSITIVE_INFINITY), 'orthogonal(gain) needs a positive finite number, not Infinity.'],
  ];
  for (const [call, message] of wrong) {
    expect(call).toThrow(GraphError);
    expect(call).toThrow(message);
  }
});
