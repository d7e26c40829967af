import { elementary as core, primitives, randomGenerator } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { moduleWriter, type } from '../encoder.ts';
import { type Precision, vectors } from '../vectors.ts';
import { isLess, word as known, sum } from '../whole.ts';
import { fromHost } from './hostFunction.ts';
import { elementary, helpers } from './index.ts';

type Name = keyof typeof core;
type Scalar = (x: number, y?: number) => number;
const names = Object.keys(core) as Name[];
const scalar = (name: Name): Scalar => core[name] as Scalar;

const start = 8192;
const room = 1 << 16;

/** A module that computes functions of an array x, or x and y, in a loop over two vectors at a time. */
function compiled(functions: readonly Name[], precision: Precision) {
  let calls = 0;
  const counted = Object.values(primitives).map((primitive) => ({
    ...primitive,
    value: (x: number) => {
      calls++;
      return (primitive.value as Scalar)(x);
    },
  }));
  const module = moduleWriter(fromHost(counted));
  const tables: [address: number, values: Int32Array][] = [];
  const tools = helpers(module, (values) => {
    const address = 64 + tables.reduce((sum, [, its]) => sum + its.byteLength, 0);
    tables.push([address, values]);
    return address;
  });
  const run = module.function([type.i32], [], (f) => {
    const v = vectors(f, precision);
    const inline = elementary(v, tools);
    const at = f.local(type.i32);
    f.repeat(() => {
      const load = (offset: number) =>
        [0, 16].map((more) => {
          f.get(at);
          f.simdMemory(0, offset + more);
          return v.keep();
        });
      const x = load(start);
      const y = load(start + room);
      functions.forEach((name, i) => {
        inline[name](x, y).forEach((result, u) => {
          f.get(at);
          f.get(result);
          f.simdMemory(0x0b, start + (2 + i) * room + 16 * u);
        });
      });
      f.set(at, sum(at, known(32)));
      f.get(isLess(at, 0));
    });
  });
  module.export('run', run);
  const bytes = module.finish();
  const memory = new WebAssembly.Memory({ initial: 16 });
  for (const [address, values] of tables) new Int32Array(memory.buffer, address).set(values);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { ...module.host, memory } });
  const array = precision === 'f64' ? Float64Array : Float32Array;
  const at = (i: number) => new array(memory.buffer, start + i * room, room / array.BYTES_PER_ELEMENT);
  return {
    bytes: bytes.length,
    calls: () => calls,
    x: at(0),
    y: at(1),
    results: functions.map((_, i) => at(2 + i)),
    run: () => (exports.run as (bytes: number) => void)(room),
  };
}

const scratch = new DataView(new ArrayBuffer(8));

function neighbours(x: number): number[] {
  scratch.setFloat64(0, x);
  const bits = scratch.getBigInt64(0);
  return [bits - 1n, bits, bits + 1n].map((each) => {
    scratch.setBigInt64(0, each);
    return scratch.getFloat64(0);
  });
}

/** Ends, thresholds of the branches of core, and numbers near multiples of π/2. */
const hard = [
  ...[0, Infinity, NaN, 5e-324, 1e-45, 1.1754942106924411e-38, 3.4028234663852886e38, Number.MAX_VALUE],
  ...[1, 2, 3, 0.5, 2.2250738585072014e-308, 5e-17, 4e-9, 7e-9, 1e-9, 0.9, 6, 22, 40, 60, 88.72283905206835],
  ...[103.97, 709.782712893384, 710, 745.1332191019412, 746, 300, 12000, 1e-271, 1e298, 1e-30, 1e38, 1e20],
  ...[Math.SQRT1_2, Math.SQRT2, Math.SQRT1_2 - 1, Math.SQRT2 - 1, Math.LN2 / 2, 6381956970095103 * 2 ** 797],
  ...[1, 2, 3, 5, 100, 4001, 7640, 1e6, 1e15].flatMap((k) => [k * Math.PI, (k - 0.5) * Math.PI]),
].flatMap((x) => neighbours(x).flatMap((each) => [each, -each]));

/** Numbers of all sizes, of the sizes where something happens, and hard ones. */
function source(seed: number): () => number {
  const generator = randomGenerator(seed);
  const uniform = (size: number) => generator.uniform(-size, size);
  const kinds = [
    () => {
      scratch.setUint32(0, generator.integer(2 ** 32));
      scratch.setUint32(4, generator.integer(2 ** 32));
      return scratch.getFloat64(0);
    },
    () => uniform(2),
    () => uniform(100),
    () => uniform(2000),
    () => Math.round(uniform(20000)) * (Math.PI / 2),
    () => Math.round(uniform(12)),
    () => uniform(2) ** 31,
    () => hard[generator.integer(hard.length)] as number,
  ];
  return () => (kinds[generator.integer(kinds.length)] as () => number)();
}

describe('elementary functions in f64', () => {
  it.each(names)('%s has the bits of the scalar function', { timeout: 30_000 }, (name) => {
    const { x, y, results, run } = compiled([name], 'f64');
    const next = source(1);
    const wrong: number[][] = [];
    for (let round = 0; round < 25; round++) {
      for (let i = 0; i < x.length; i++) {
        x[i] = round === 0 && i < hard.length ? (hard[i] as number) : next();
        y[i] = next();
      }
      run();
      results[0]?.forEach((result, i) => {
        const [a, b] = [x[i] as number, y[i] as number];
        if (!Object.is(result, scalar(name)(a, b))) wrong.push([a, b, result, scalar(name)(a, b)]);
      });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);

/** The number of floats from 0 to x, negative for x < 0. */
function rank(x: number): number {
  float[0] = x;
  const bits = word[0] as number;
  return bits < 0 ? -(bits & 0x7fffffff) : bits;
}

/** The distance in floats; Infinity where only one is NaN, or the signs of zeros differ. */
function distance(actual: number, exact: number): number {
  const expected = Math.fround(exact);
  if (Object.is(actual, expected)) return 0;
  if (Number.isNaN(actual) || Number.isNaN(expected) || actual === expected) return Infinity;
  return Math.abs(rank(actual) - rank(expected));
}

describe('elementary functions in f32', () => {
  const exhaustive = process.env.CHAINRULE_EXHAUSTIVE !== undefined;
  const step = exhaustive ? 1 : 9973;

  it.each(names)('%s is at most 2 ulp off', { timeout: exhaustive ? 3_600_000 : 30_000 }, (name) => {
    const { x, y, results, run } = compiled([name], 'f32');
    const bits = new Int32Array(x.buffer, x.byteOffset, x.length);
    const next = source(2);
    const generator = randomGenerator(3);
    // a second argument near the first, or one that leaves a power in range
    const near = (a: number) =>
      name === 'power' ? generator.uniform(-100, 100) / Math.log(Math.abs(a)) : a * generator.uniform(-2, 2);
    let worst: number[] = [0];
    let bit = -(2 ** 31);
    for (let round = 0; bit < 2 ** 31; round++) {
      for (let i = 0; i < x.length; i++) {
        if (round === 0 || (scalar(name).length === 2 && i % 4 === 0)) x[i] = next();
        else {
          bits[i] = bit;
          bit += step;
        }
        y[i] = i % 2 === 0 ? near(x[i] as number) : next();
      }
      run();
      results[0]?.forEach((result, i) => {
        const [a, b] = [x[i] as number, y[i] as number];
        const off = distance(result, scalar(name)(a, b));
        if (off > (worst[0] as number)) worst = [off, a, b, result, scalar(name)(a, b)];
      });
    }
    expect(worst[0], worst.join(' ')).toBeLessThanOrEqual(2);
  });

  it.each(['sin', 'cos', 'tan'] as const)('%s does not depend on what the other lanes hold', (name) => {
    const { x, results, run } = compiled([name], 'f32');
    const values = [1, -250, 0.001, 299.5, 3, -0, 77.25, 5e-39];
    const runWith = (other: number) => {
      values.forEach((value, i) => x.fill(value, 4 * i, 4 * i + 1).fill(other, 4 * i + 1, 4 * i + 4));
      run();
      return values.map((_, i) => results[0]?.[4 * i]);
    };
    const alone = runWith(0);
    for (const other of [1000, 1e30, Infinity, NaN]) expect(runWith(other)).toEqual(alone);
  });
});

describe.each(['f64', 'f32'] as const)('code in %s', (precision) => {
  it('is shared by sin and cos of the same vector', () => {
    const size = (functions: readonly Name[]) => compiled(functions, precision).bytes;
    const sharing = size(['sin', 'cos']) - size(['sin']);
    expect(sharing).toBeLessThan(0.25 * (size(['sin']) - size([])));
    const { x, results, run } = compiled(['cos', 'sin', 'sin', 'tan'], precision);
    x.fill(1e22).fill(0.5, 0, 8).fill(-4, 3, 4);
    run();
    const expected = (name: Name) =>
      Array.from(x, (each) => (precision === 'f64' ? scalar(name)(each) : Math.fround(scalar(name)(each))));
    (['cos', 'sin', 'sin', 'tan'] as const).forEach((name, i) => {
      const wanted = expected(name);
      const off = Array.from(results[i] ?? [], (each, j) => distance(each, wanted[j] as number));
      expect(Math.max(...off)).toBeLessThanOrEqual(precision === 'f64' ? 0 : 2);
    });
  });

  it('calls functions of the host for large angles only', () => {
    const calls = (functions: readonly Name[], angle: number): number => {
      const { x, run, calls: made } = compiled(functions, precision);
      x.fill(angle);
      run();
      return made();
    };
    const waves = ['sin', 'cos', 'tan'] as const;
    const others = names.filter((name) => !waves.includes(name as 'sin'));
    expect(calls(waves, 299)).toBe(0);
    expect(calls(others, 1e5)).toBe(0);
    for (const wave of waves) expect(calls([wave], 1e5)).toBeGreaterThan(0);
  });
});
