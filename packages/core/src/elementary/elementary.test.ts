import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  atanCoefficients,
  cosineCoefficients,
  erfCoefficients,
  erfcCoefficients,
  expCoefficients,
  logCoefficients,
  powerCoefficients,
  sineCoefficients,
} from './coefficients.ts';
import * as elementary from './index.ts';
import { twoOverPi } from './twoOverPi.ts';

type Name = keyof typeof elementary;
type Elementary = (x: number, y?: number) => number;

/** Per function: the largest error allowed in ulp, and the hash of the bits of 10,000 results. */
const promised: Record<Name, { ulp: number; hash: number }> = {
  exp: { ulp: 0.95, hash: 1917738429 },
  expm1: { ulp: 0.95, hash: 2005197787 },
  log: { ulp: 0.9, hash: 1852219819 },
  log1p: { ulp: 0.9, hash: 4005585972 },
  sin: { ulp: 0.85, hash: 2969435563 },
  cos: { ulp: 0.9, hash: 3138410797 },
  tan: { ulp: 1, hash: 1351639546 },
  atan2: { ulp: 0.75, hash: 1320226983 },
  tanh: { ulp: 1.4, hash: 2190776037 },
  erf: { ulp: 1, hash: 1079722350 },
  power: { ulp: 0.85, hash: 2040675195 },
};
const names = Object.keys(promised) as Name[];
const functions = { ...elementary } as Record<Name, Elementary>;
const of = (name: Name): Elementary => functions[name];

const bytes = new DataView(new ArrayBuffer(8));

function fromHex(hex: string): number {
  bytes.setBigUint64(0, BigInt(`0x${hex}`));
  return bytes.getFloat64(0);
}

/** The distance from |y| to the next larger f64. */
function unit(y: number): number {
  bytes.setFloat64(0, Math.abs(y));
  const exponent = Math.max(bytes.getUint16(0) >> 4, 1);
  bytes.setBigUint64(0, exponent > 52 ? BigInt(exponent - 52) << 52n : 1n << BigInt(exponent - 1));
  return bytes.getFloat64(0);
}

interface Point {
  readonly arguments: readonly [number, number?];
  readonly value: number;
  readonly rest: number;
}

function readPoints(name: Name): Point[] {
  const file = readFileSync(new URL(`./references/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(file).points.map((row: (string | number)[]) => {
    const rest = row.at(-1) as number;
    const floats = row.slice(0, -1).map((hex) => fromHex(hex as string));
    return { arguments: floats.slice(0, -1), value: floats.at(-1), rest };
  });
}

const points = Object.fromEntries(names.map((name) => [name, readPoints(name)])) as Record<Name, Point[]>;

/** The error of a result in ulp: Infinity where it is not even finite, or of the wrong sign at 0. */
function errorOf(actual: number, { value, rest }: Point): number {
  if (Object.is(actual, value)) return Math.abs(rest);
  if (Number.isFinite(actual) && Number.isFinite(value)) return Math.abs((actual - value) / unit(value) - rest);
  return Infinity;
}

function worst(name: Name): { error: number; arguments: readonly number[] } {
  let found = { error: 0, arguments: [] as readonly number[] };
  for (const point of points[name]) {
    const error = errorOf(of(name)(...point.arguments), point);
    if (!(error <= found.error)) found = { error, arguments: point.arguments as readonly number[] };
  }
  return found;
}

/** Uniform 32-bit integers by a linear congruence, integers only. */
function integers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state ^ (state >>> 16)) >>> 0;
  };
}

/** Every second number has random bits; the others lie between −span and span. */
function numbers(seed: number, span: number): () => number {
  const next = integers(seed);
  let count = 0;
  return () => {
    const high = next();
    const low = next();
    if (count++ % 2) return ((high + low / 4294967296) / 2147483648 - 1) * span;
    bytes.setUint32(0, high);
    bytes.setUint32(4, low);
    return bytes.getFloat64(0);
  };
}

/** FNV-1a over the bits of 10,000 results; every NaN counts as the same. */
function hashOf(name: Name): number {
  const x = numbers(1, 20);
  const y = numbers(2, 20);
  let hash = 0x811c9dc5;
  for (let i = 0; i < 10_000; i++) {
    const result = of(name)(name === 'power' && i % 3 ? Math.abs(x()) : x(), y());
    bytes.setFloat64(0, result);
    if (Number.isNaN(result)) bytes.setBigUint64(0, 0x7ff8000000000000n);
    hash = Math.imul(hash ^ bytes.getUint32(0), 0x01000193);
    hash = Math.imul(hash ^ bytes.getUint32(4), 0x01000193);
  }
  return hash >>> 0;
}

describe.each(names)('%s', (name) => {
  it(`is within ${promised[name].ulp} ulp of the exact result at every stored reference point`, () => {
    expect(points[name].length).toBeGreaterThanOrEqual(1200);
    const found = worst(name);
    expect(found.error, `at ${found.arguments}`).toBeLessThanOrEqual(promised[name].ulp);
  });

  it('gives the pinned bits for 10,000 seeded arguments', () => {
    expect(hashOf(name)).toBe(promised[name].hash);
  });

  it('gives NaN for NaN', () => {
    expect(of(name)(NaN, 1)).toBeNaN();
  });
});

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
    expect(of(name)(...(values as [number, number]))).toBe(expected);
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

describe('symmetry and order', () => {
  const odd: Name[] = ['sin', 'tan', 'tanh', 'erf'];

  it.each(odd)('%s(−x) is exactly −%s(x)', (name) => {
    const x = numbers(3, 50);
    for (let i = 0; i < 10_000; i++) {
      const v = x();
      expect(of(name)(-v)).toBe(-of(name)(v));
    }
  });

  it('cos(−x) is exactly cos(x)', () => {
    const x = numbers(4, 50);
    for (let i = 0; i < 10_000; i++) {
      const v = x();
      expect(elementary.cos(-v)).toBe(elementary.cos(v));
    }
  });

  it('atan2(−y, x) is exactly −atan2(y, x)', () => {
    const x = numbers(5, 50);
    for (let i = 0; i < 10_000; i++) {
      const [v, w] = [x(), x()];
      expect(elementary.atan2(-v, w)).toBe(-elementary.atan2(v, w));
    }
  });

  it.each(['exp', 'expm1', 'log', 'log1p', 'tanh', 'erf'] as Name[])(
    '%s never falls on 10,000 sorted arguments',
    (name) => {
      const x = numbers(6, 30);
      const values = Array.from({ length: 10_000 }, () => (name === 'log' ? Math.abs(x()) : x())).filter(
        (v) => !Number.isNaN(v) && (name !== 'log1p' || v > -1),
      );
      const results = values.sort((a, b) => a - b).map((v) => of(name)(v));
      for (let i = 1; i < results.length; i++) expect(results[i]).toBeGreaterThanOrEqual(results[i - 1] as number);
    },
  );
});

describe('these tests', () => {
  const users: [string, readonly number[], Name][] = [
    ['expCoefficients', expCoefficients, 'exp'],
    ['logCoefficients', logCoefficients, 'log'],
    ['powerCoefficients', powerCoefficients, 'power'],
    ['sineCoefficients', sineCoefficients, 'sin'],
    ['cosineCoefficients', cosineCoefficients, 'cos'],
    ['atanCoefficients', atanCoefficients, 'atan2'],
    ['erfCoefficients', erfCoefficients, 'erf'],
    ['erfcCoefficients', erfcCoefficients, 'erf'],
  ];

  /** Runs `probe` with one entry of a table changed. */
  function sabotaged<T>(table: readonly number[], index: number, change: (entry: number) => number, probe: () => T): T {
    const open = table as number[];
    const entry = open[index] as number;
    open[index] = change(entry);
    const result = probe();
    open[index] = entry;
    return result;
  }

  it.each(users)(
    'catch each entry of %s × 1.01 by the error at the references, the first two by the pinned bits',
    (_, table, name) => {
      for (let i = 0; i < table.length; i++) {
        const change = (entry: number) => entry * 1.01 || 1e-9;
        if (i < 2) expect(sabotaged(table, i, change, () => hashOf(name))).not.toBe(promised[name].hash);
        else
          expect(
            sabotaged(table, i, change, () => worst(name).error),
            `entry ${i}`,
          ).toBeGreaterThan(1);
      }
    },
  );

  it('catch a flipped bit in each 24-bit digit of 2/π', () => {
    for (let i = 3; i < twoOverPi.length - 2; i++)
      expect(
        sabotaged(
          twoOverPi,
          i,
          (digit) => digit ^ 1024,
          () => worst('sin').error,
        ),
        `digit ${i}`,
      ).toBeGreaterThan(1);
  });
});
