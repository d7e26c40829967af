import { type FunctionWriter, put, type } from './encoder.ts';
import { once } from './once.ts';
import { type Whole, zero } from './whole.ts';

export type Precision = 'f64' | 'f32';

/**
 * Instructions on vectors by name, and the codes for f64x2 and f32x4 of the first of them: the others follow, '' where there is
 * another in between.
 *
 * `lesser` and `greater` are b < a ? b : a and a < b ? b : a. Comparisons give masks: all bits of a lane are 1 where it holds;
 * `choose(a, b, mask)` is a where the mask is 1, else b; `andNot(a, b)` a and not b. Integers are lanes as whole numbers of the
 * same width, which `left` and `right` shift by a whole number of bits, with zeros. `multiplyAdd(a, b, c)` is a · b + c,
 * rounded once or twice.
 */
const codes = [
  [0xec, 0xe0, 'abs negate  sqrt add subtract multiply divide min max lesser greater'],
  [0x75, 0x68, 'floor'],
  [0x47, 0x41, 'equal notEqual less'],
  [0x4e, 0x4e, 'and andNot or xor choose'],
  [0xd8, 0x39, 'lessInteger'],
  [0xcb, 0xab, 'left  right addInteger   subtractInteger'],
  [0x107, 0x105, 'multiplyAdd'],
] as const;

/** A vector: the local that holds it. */
export type Vector = number;

/** Vectors that go through the same code side by side, so that they read each constant once; a single one stands for all. */
export type Bundle = readonly Vector[];

/** What a function makes of the first vectors of bundles, of the second, … */
export function eachOf<T>(bundles: readonly Bundle[], make: (...vectors: Vector[]) => T): T[] {
  const results: T[] = [];
  for (let i = 0; i === 0 || bundles.some(({ length }) => i < length); i++)
    results.push(make(...bundles.map((bundle) => (bundle[i] ?? bundle[0]) as Vector)));
  return results;
}

type Words<T extends string> = T extends `${infer First} ${infer Rest}` ? First | Words<Rest> : T;

export type InstructionName = Exclude<Words<(typeof codes)[number][2]>, ''>;

type Instructions = { readonly [name in InstructionName]: (...args: Whole[]) => Vector };

/** Vectors of two f64 or four f32, each result in a local of its own; the instructions go to the end of the function. */
export interface Vectors extends Instructions {
  readonly precision: Precision;
  readonly f: FunctionWriter;
  /** Lanes of a vector, and bytes of a lane. */
  readonly lanes: 2 | 4;
  readonly bytes: 8 | 4;
  /** A vector of these 16 bytes. */
  bits(bytes: ArrayBufferView<ArrayBuffer>): Vector;
  /** The same number in each lane. */
  constant(value: number): Vector;
  /** The same bits in each lane: an integer, in the width of a lane. */
  integer(value: bigint): Vector;
  /** Lanes picked from a (0 …) and b (`lanes` …). */
  shuffle(a: Vector, b: Vector, picked: readonly number[]): Vector;
  /** A vector from what the instructions so far have left on the stack. */
  keep(): Vector;
}

/** Keeps the words of a vector in memory: gives them an address. */
export type Pool = (vector: Int32Array) => number;

/** With a pool, constants are read from there each time: many of them at the start of a function would not stay in registers. */
export function vectors(f: FunctionWriter, precision: Precision, pool?: Pool): Vectors {
  const is64 = precision === 'f64';
  const places = new Map<string, number>(); // locals, or in a pool addresses

  const keep = (): Vector => f.keep(type.v128);
  const atStart = (words: Int32Array): Vector => {
    const local = f.local(type.v128);
    f.head.push(0xfd, 0x0c, ...new Uint8Array(words.buffer), 0x21);
    put(f.head, local);
    return local;
  };
  const bits = ({ buffer }: ArrayBufferView<ArrayBuffer>): Vector => {
    const words = new Int32Array(buffer);
    const place = once(places, `${words}`, () => (pool ?? atStart)(words));
    if (pool === undefined) return place;
    f.get(zero);
    f.simdMemory(0, place);
    return keep();
  };
  const instructions = Object.fromEntries(
    codes.flatMap(([code64, code32, names]) =>
      names.split(' ').map((name, i) => [
        name,
        (...args: Whole[]) => {
          f.get(...args);
          f.simd((is64 ? code64 : code32) + i);
          return keep();
        },
      ]),
    ),
  ) as unknown as Instructions;

  return {
    ...instructions,
    precision,
    f,
    lanes: is64 ? 2 : 4,
    bytes: is64 ? 8 : 4,
    keep,
    bits,
    constant: (value) => bits(is64 ? Float64Array.of(value, value) : new Float32Array(4).fill(value)),
    integer: (value) => bits(is64 ? BigInt64Array.of(value, value) : new Int32Array(4).fill(Number(value))),
    shuffle: (a, b, picked) => {
      const width = 16 / picked.length;
      f.get(a, b);
      f.simd(
        0x0d,
        ...Array.from({ length: 16 }, (_, i) => (picked[Math.floor(i / width)] as number) * width + (i % width)),
      );
      return keep();
    },
  };
}
