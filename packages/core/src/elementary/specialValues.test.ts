import { describe, expect, it } from 'vitest';
import * as elementary from './index.ts';

type Name = keyof typeof elementary;

const functions = { ...elementary } as Record<Name, (x: number, y?: number) => number>;

describe('special values', () => {
  const rows: [Name, number[], number][] = [
    ['exp', [0], 1],
    ['exp', [-0], 1],
    ['exp', [Infinity], Infinity],
    ['exp', [-Infinity], 0],
    ['exp', [709.7827128933841], Infinity],
    ['exp', [-745.1332191019411], 5e-324],
    ['exp', [-745.1332191019412], 0],
    ['exp', [1e308], Infinity],
    ['exp', [-1e308], 0],
    ['expm1', [0], 0],
    ['expm1', [-0], -0],
    ['expm1', [5e-324], 5e-324],
    ['expm1', [Infinity], Infinity],
    ['expm1', [-Infinity], -1],
    ['expm1', [710], Infinity],
    ['expm1', [-1e308], -1],
    ['log', [1], 0],
    ['log', [0], -Infinity],
    ['log', [-0], -Infinity],
    ['log', [Infinity], Infinity],
    ['log', [-Infinity], NaN],
    ['log', [-5e-324], NaN],
    ['log', [5e-324], -744.4400719213812],
    ['log1p', [0], 0],
    ['log1p', [-0], -0],
    ['log1p', [5e-324], 5e-324],
    ['log1p', [-1], -Infinity],
    ['log1p', [-1.0000000000000002], NaN],
    ['log1p', [Infinity], Infinity],
    ['log1p', [-Infinity], NaN],
    ['sin', [0], 0],
    ['sin', [-0], -0],
    ['sin', [-5e-324], -5e-324],
    ['sin', [Infinity], NaN],
    ['sin', [-Infinity], NaN],
    ['cos', [0], 1],
    ['cos', [-0], 1],
    ['cos', [5e-324], 1],
    ['cos', [Infinity], NaN],
    ['cos', [-Infinity], NaN],
    ['tan', [0], 0],
    ['tan', [-0], -0],
    ['tan', [-5e-324], -5e-324],
    ['tan', [1.5707963267948966], 16331239353195370],
    ['tan', [Infinity], NaN],
    ['tan', [-Infinity], NaN],
    ['tanh', [0], 0],
    ['tanh', [-0], -0],
    ['tanh', [-5e-324], -5e-324],
    ['tanh', [Infinity], 1],
    ['tanh', [-Infinity], -1],
    ['tanh', [1e308], 1],
    ['erf', [0], 0],
    ['erf', [-0], -0],
    ['erf', [5e-324], 5e-324],
    ['erf', [Infinity], 1],
    ['erf', [-Infinity], -1],
    ['erf', [-1e308], -1],
    ['atan2', [1, NaN], NaN],
    ['atan2', [0, 0], 0],
    ['atan2', [-0, 0], -0],
    ['atan2', [0, -0], Math.PI],
    ['atan2', [-0, -0], -Math.PI],
    ['atan2', [0, 1], 0],
    ['atan2', [-0, 1], -0],
    ['atan2', [0, -1], Math.PI],
    ['atan2', [-0, -1], -Math.PI],
    ['atan2', [1, 0], Math.PI / 2],
    ['atan2', [1, -0], Math.PI / 2],
    ['atan2', [-1, 0], -Math.PI / 2],
    ['atan2', [-1, -0], -Math.PI / 2],
    ['atan2', [1, 1], Math.PI / 4],
    ['atan2', [1, -1], (3 * Math.PI) / 4],
    ['atan2', [-1, -1], (-3 * Math.PI) / 4],
    ['atan2', [1, Infinity], 0],
    ['atan2', [-1, Infinity], -0],
    ['atan2', [1, -Infinity], Math.PI],
    ['atan2', [-1, -Infinity], -Math.PI],
    ['atan2', [Infinity, 1], Math.PI / 2],
    ['atan2', [-Infinity, -1], -Math.PI / 2],
    ['atan2', [Infinity, Infinity], Math.PI / 4],
    ['atan2', [-Infinity, Infinity], -Math.PI / 4],
    ['atan2', [Infinity, -Infinity], (3 * Math.PI) / 4],
    ['atan2', [-Infinity, -Infinity], (-3 * Math.PI) / 4],
    ['atan2', [5e-324, 1e308], 0],
    ['atan2', [-5e-324, -5e-324], (-3 * Math.PI) / 4],
  ];
  it.each(rows)('%s(%j) = %d', (name, values, expected) => {
    expect(functions[name](...(values as [number, number]))).toBe(expected);
  });
});

describe('power at special values', () => {
  const bases = [0, 0.5, 1, 2, 3, 1e-300, 1e300, Infinity, NaN].flatMap((x) => [x, -x]);
  const exponents = [0, 0.5, 1, 1.5, 2, 3, 4, 9007199254740991, 9007199254740992, 1e300, 5e-324, Infinity, NaN].flatMap(
    (y) => [y, -y],
  );

  /** Number::exponentiate of ECMAScript, for the arguments that it lists; undefined for the others. */
  function listed(x: number, y: number): number | undefined {
    if (Number.isNaN(y)) return NaN;
    if (y === 0) return 1;
    if (Number.isNaN(x)) return NaN;
    const odd = Number.isInteger(y) && Math.abs(y) < 2 ** 53 && Math.abs(y) % 2 === 1;
    const a = Math.abs(x);
    if (Math.abs(y) === Infinity) return a === 1 ? NaN : a > 1 === y > 0 ? Infinity : 0;
    if (a === 0 || a === Infinity) {
      const size = (a === 0) === y > 0 ? 0 : Infinity;
      return odd && (x < 0 || Object.is(x, -0)) ? -size : size;
    }
    if (x < 0 && !Number.isInteger(y)) return NaN;
    return a === 1 ? (x < 0 && odd ? -1 : 1) : undefined;
  }

  it('follows the list of Number::exponentiate in ECMAScript', () => {
    for (const x of bases) {
      for (const y of exponents) {
        const expected = listed(x, y);
        if (expected !== undefined) expect(elementary.power(x, y), `power(${x}, ${y})`).toBe(expected);
      }
    }
  });

  it('overflows and underflows with the sign of the result', () => {
    expect(elementary.power(2, 1024)).toBe(Infinity);
    expect(elementary.power(-2, 1025)).toBe(-Infinity);
    expect(elementary.power(-2, -1077)).toBe(-0);
    expect(elementary.power(2, -1074)).toBe(5e-324);
    expect(elementary.power(1e300, 1e300)).toBe(Infinity);
    expect(elementary.power(1e300, -1e300)).toBe(0);
    expect(elementary.power(1.0000000000000002, 1e300)).toBe(Infinity);
    expect(elementary.power(0.9999999999999999, 1e300)).toBe(0);
  });

  it('is exact for an integer exponent where the result is representable', () => {
    for (let x = -40; x <= 40; x++) {
      let exact = 1;
      for (let n = 0; Math.abs(exact) <= 2 ** 53; n++, exact *= x) {
        expect(elementary.power(x, n), `power(${x}, ${n})`).toBe(exact);
        if (Math.abs(x) < 2 && n > 60) break;
      }
    }
    for (let n = -1074; n < 1024; n++)
      expect(elementary.power(2, n)).toBe(n < -1022 ? 5e-324 * 2 ** (n + 1074) : 2 ** n);
    for (let n = 1; n < 300; n++) expect(elementary.power(n * n, 0.5)).toBe(n);
  });
});
