import { describe, expect, it } from 'vitest';
import { readFormula } from './readFormula.ts';

describe('readFormula', () => {
  it('follows the rules of JavaScript', () => {
    expect(readFormula('1 + 2 * 3 ** 2 / 4 - -5', {})).toBe(10.5);
    expect(readFormula('-(2 ** 2) + +3', {})).toBe(-1);
    expect(readFormula('a < 2 ? 10 : a >= 3 ? 30 : 20', { a: 2 })).toBe(20);
    expect(readFormula('(1 < 2) + (2 <= 2) + (1 > 2) + (1 == 1) + (1 != 1) + !0', {})).toBe(4);
  });
  it('reads names, members and calls', () => {
    const scope = { x: 3, pixel: [5, 7], inputs: { 'a b': 11 }, f: (a: number, b: number) => a - b };
    expect(readFormula('f(x, pixel[1]) + inputs["a b"]', scope)).toBe(7);
    expect(readFormula('inputs.c', { inputs: { c: 1 } })).toBe(1);
  });
  it('reads steps line by line', () => {
    expect(readFormula('s1 = a + 1\ns1 * s1', { a: 2 })).toBe(9);
  });
  it('throws for anything that is no formula', () => {
    for (const text of [
      'let a = 1',
      '"text"',
      'a',
      'a()',
      '[1]',
      '1 % 2',
      '~1',
      'pixel["x"]',
      'pixel[b]',
      'x => x',
      'toString',
      'pixel',
      'pixel(1)',
      '1 +',
    ])
      expect(() => readFormula(text, { pixel: [1], b: 0 }), text).toThrow();
  });
});
