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
