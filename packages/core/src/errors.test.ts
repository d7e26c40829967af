import { expect, test } from 'vitest';
import { ChainruleError, describe, GraphError, InputError, ModelFileError } from './index.ts';

test.each<[unknown, string]>([
  ['text', '"text" (a string)'],
  ['n'.repeat(100), `"${'n'.repeat(40)}…" (a string)`],
  ['a\nb"c', '"a\\nb\\"c" (a string)'],
  [5, '5'],
  [Number.NaN, 'NaN'],
  [null, 'null'],
  [undefined, 'undefined'],
  [false, 'false'],
  [10n, 'a bigint'],
  [Symbol('s'), 'a symbol'],
  [Math.sin, 'a function (sin)'],
  [() => 1, 'a function'],
  [[1, 2], 'an array of 2'],
  [new Float64Array(3), 'an array of 3'],
  [{}, 'an object ()'],
  [{ a: 1, b: 2 }, 'an object (a, b)'],
  [{ length: { toString: 1 } }, 'an object (length)'],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9 }, 'an object (a, b, c, d, e, f, g, h, …)'],
  [{ ['k'.repeat(50)]: 1 }, `an object (${'k'.repeat(40)}…)`],
  [new Date(0), 'an object ()'],
])('describe(%o) is short and shows the type', (value, text) => {
  expect(describe(value)).toBe(text);
});

test('every error is a ChainruleError with a name of its own', () => {
  for (const [error, name] of [
    [new GraphError('m'), 'GraphError'],
    [new InputError('m'), 'InputError'],
    [new ModelFileError('/nodes/0', 'm'), 'ModelFileError'],
  ] as const) {
    expect(error).toBeInstanceOf(ChainruleError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe(name);
  }
  expect(String(new ModelFileError('', 'm'))).toBe('ModelFileError: Model file, at the top: m');
  expect(new ModelFileError('/nodes/0', 'm').pointer).toBe('/nodes/0');
});
