import { elementary, randomGenerator } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { javascriptPrelude } from '../javascript/prelude.ts';
import { language } from '../testing/runBody.ts';
import { library } from './library.ts';

/** A function of the printed library, run as JavaScript; C and Python are run by the conformance tests. */
function printed(name: string): (...args: number[]) => number {
  const lines = library([`${name}(`], language, javascriptPrelude(language));
  return new Function(`${lines.join('\n')}\nreturn ${name};`)() as (...args: number[]) => number;
}

const special = [
  0, -0, 1, -1, 0.5, -0.5, 2, 3, -2, -3, 1e-320, -1e-320, 1e-300, 1e300, 1e308, -1e308, 709.78, 710, -745.13, -746,
];
const more = [
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
  37,
  37.1,
  0.9,
  5.93,
  6,
  18.72,
  12000,
  1e16,
  1e22,
  7e-9,
  -1e20,
  1e20,
];
const edges = [...special, ...more, 4503599627370497, 9007199254740991, Math.PI, Math.PI / 2, 0.41421356237309503];

/** All magnitudes, and those that functions are mostly asked for. */
function points(count: number, seed: number): number[] {
  const { uniform, integer } = randomGenerator(seed);
  return Array.from({ length: count }, () =>
    integer(2) === 0 ? uniform(-20, 20) : (integer(2) === 0 ? -1 : 1) * 10 ** uniform(-320, 308.2),
  );
}

describe('the printed elementary functions', () => {
  it.each(['exp', 'expm1', 'log', 'log1p', 'sin', 'cos', 'tan', 'tanh', 'erf'] as const)(
    '%s has the bits of core at 40,000 points and at the edges',
    (name) => {
      const [f, g] = [printed(name), elementary[name]];
      const wrong = [...edges, ...points(40_000, 5)].filter((x) => !Object.is(f(x), g(x)));
      expect(wrong.map((x) => [x, f(x), g(x)])).toEqual([]);
    },
  );

  it.each(['atan2', 'power'] as const)('%s has them at 40,000 pairs and at all pairs of edges', (name) => {
    const [f, g] = [printed(name), elementary[name]];
    const [a, b] = [points(40_000, 6), points(40_000, 7)];
    const pairs = [
      ...edges.flatMap((x) => edges.map((y) => [x, y] as const)),
      ...a.map((x, i) => [x, b[i] as number] as const),
    ];
    const wrong = pairs.filter(([x, y]) => !Object.is(f(x, y), g(x, y)));
    expect(wrong.map(([x, y]) => [x, y, f(x, y), g(x, y)])).toEqual([]);
  });

  it.each([
    ['maximum', Math.max],
    ['minimum', Math.min],
  ] as const)('%s is that of ECMAScript, NaN and −0 included', (name, expected) => {
    const f = printed(name);
    for (const x of edges) for (const y of edges) expect(Object.is(f(x, y), expected(x, y)), `${x}, ${y}`).toBe(true);
  });
});
