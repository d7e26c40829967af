import { type FunctionWriter, put, type } from './encoder.ts';
import { once } from './once.ts';
import { type Whole, zero } from './whole.ts';

export type Precision = 'f64' | 'f32';

/** Instructions on vectors by name: their codes for f64x2 and f32x4. */
const codes = {
  add: [0xf0, 0xe4],
  subtract: [0xf1, 0xe5],
  multiply: [0xf2, 0xe6],
  divide: [0xf3, 0xe7],
  min: [0xf4, 0xe8],
  max: [0xf5, 0xe9],
  /** b < a ? b : a and a < b ? b : a, which cost one instruction. */
  lesser: [0xf6, 0xea],
  greater: [0xf7, 0xeb],
  abs: [0xec, 0xe0],
  negate: [0xed, 0xe1],
  sqrt: [0xef, 0xe3],
  floor: [0x75, 0x68],
  /** Masks: all bits of a lane are 1 where it holds. */
  equal: [0x47, 0x41],
  notEqual: [0x48, 0x42],
  less: [0x49, 0x43],
  lessInteger: [0xd8, 0x39],
  and: [0x4e, 0x4e],
  /** a and not b. */
  andNot: [0x4f, 0x4f],
  or: [0x50, 0x50],
  xor: [0x51, 0x51],
  /** choose(a, b, mask): a where the mask is 1, else b. */
  choose: [0x52, 0x52],
  /** Lanes as whole numbers of the same width. */
  addInteger: [0xce, 0xae],
  subtractInteger: [0xd1, 0xb1],
  /** Shifts by a whole number of bits, with zeros. */
  left: [0xcb, 0xab],
  right: [0xcd, 0xad],
  /** relaxedMultiplyAdd(a, b, c): a · b + c, rounded once or twice. */
  relaxedMultiplyAdd: [0x107, 0x105],
} as const;

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

export type InstructionName = keyof typeof codes;

type Instructions = { readonly [name in InstructionName]: (...args: Whole[]) => Vector };

/** Vectors of two f64 or four f32, each result in a local of its own; the instructions go to the end of the function. */
export interface Vectors extends Instructions {
  readonly precision: Precision;
  readonly f: FunctionWriter;
  /** Lanes of a vector, and bytes of a lane. */
  readonly lanes: 2 | 4;
  readonly bytes: 8 | 4;
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
  const known = ({ buffer }: ArrayBufferView<ArrayBuffer>): Vector => {
    const words = new Int32Array(buffer);
    const place = once(places, `${words}`, () => (pool ?? atStart)(words));
    if (pool === undefined) return place;
    f.get(zero);
    f.simdMemory(0, place);
    return keep();
  };
  const instructions = Object.fromEntries(
    Object.entries(codes).map(([name, [code64, code32]]) => [
      name,
      (...args: Whole[]) => {
        f.get(...args);
        f.simd(is64 ? code64 : code32);
        return keep();
      },
    ]),
  ) as unknown as Instructions;

  return {
    ...instructions,
    precision,
    f,
    lanes: is64 ? 2 : 4,
    bytes: is64 ? 8 : 4,
    keep,
    constant: (value) => known(is64 ? Float64Array.of(value, value) : new Float32Array(4).fill(value)),
    integer: (value) =>
      known(is64 ? BigInt64Array.of(value, value) : new Int32Array(4).fill(Number(BigInt.asIntN(32, value)))),
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
