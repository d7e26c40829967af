import type { IndexMap } from '@chainrule/blocks';
import { type FunctionWriter, type } from './encoder.ts';
import { type Loop, type Place, range, type Tables } from './loop.ts';
import type { Elementary, Toolbox } from './primitives.ts';
import type { Vector, Vectors } from './vectors.ts';
import { difference, sum, word, zero } from './whole.ts';

/** Where the rows of a group lie in memory. */
export interface Rows extends Place {
  readonly rank: 0 | 1;
  /** From one row to the next. */
  readonly rowBytes: number;
}

/** The place of groups of which several tiles are there: how many bytes after the first that of now lies. */
export const ahead = 2;

/**
 * What the code of a block works with. Its function gets the byte offsets of a tile of samples: from `at` to `end`; how far `ahead`
 * it is; and how many samples of the batch are in the tiles before: whether sums go on from what is there.
 */
export interface Frame extends Toolbox {
  /** The elementary functions for code of its own: what they compute once is computed again there. */
  readonly functions: () => Elementary;
  readonly f: FunctionWriter;
  /** Of the groups. */
  readonly places: readonly Rows[];
  /** Where the number of samples in the batch lies, in each lane. */
  readonly samples: number;
  readonly table: Tables;
  readonly at: number;
  readonly end: number;
  readonly before: number;
  readonly fast: boolean;
  /** Whether sums over the samples may be made in any order. */
  readonly isLoose: boolean;
  /** What is kept of a sample is 0 if its magnitude is below this. */
  readonly least: number | undefined;
}

export function frame(
  v: Vectors,
  functions: () => Elementary,
  around: Pick<Frame, 'samples' | 'places' | 'table' | 'fast' | 'isLoose' | 'least'>,
): Frame {
  const count = (): Vector => load(v, { offset: around.samples });
  return { ...around, f: v.f, v, functions, elementary: functions(), at: 0, end: 1, before: 3, count };
}

/** All 1 in the lanes that hold a sample, of `count` vectors of samples from an offset on. */
export function tailsOf({ f, v, end }: Frame, at: number, count: number): Vector[] {
  f.get(difference(end, at));
  f.simd(0x11); // i32x4.splat
  const left = v.keep();
  return range(count).map((u) => {
    f.get(left, v.bits(Int32Array.from(range(4), (i) => 16 * u + ((4 * i) & -v.bytes))));
    f.simd(0x3b); // i32x4.gt_s
    return v.keep();
  });
}

/** Whole vectors of samples, or the same number in each lane. */
export function load(v: Vectors, { local, offset }: Place, splat = false): Vector {
  v.f.get(local ?? zero);
  v.f.simdMemory(splat ? (v.lanes === 2 ? 0x0a : 0x09) : 0, offset);
  return v.keep();
}

/**
 * The number so many bytes after a place, in each lane. They go to the local, so that the rows of a tile share an offset: before
 * it reads a number for all lanes, V8 adds the offset to where memory starts, in an instruction for each offset.
 */
export function splat(v: Vectors, { local, offset }: Place, bytes: number): Vector {
  return load(v, { local: v.f.keep(type.i32, sum(local ?? zero, word(bytes))), offset }, true);
}

/** Stores a vector, or one of its lanes. */
export function store(v: Vectors, { local, offset }: Place, value: Vector, lane?: number): void {
  v.f.get(local ?? zero, value);
  if (lane === undefined) v.f.simdMemory(0x0b, offset);
  else v.f.simdMemory(v.lanes === 2 ? 0x5b : 0x5a, offset, lane);
}

/** Stores a value that others read, or one of its lanes; 0 if it is below `least`. */
export function keep({ v, least }: Frame, place: Place, value: Vector, lane?: number): void {
  store(v, place, least ? v.andNot(value, v.less(v.abs(value), v.constant(least))) : value, lane);
}

/** The place some bytes further on. */
export const shifted = ({ local, offset }: Place, bytes: number): Place => ({ local, offset: offset + bytes });

/** Rows that a loop goes through: the samples, or the one number, of a row at `place`; of the next `next` bytes on. */
export interface Strip {
  readonly rank: 0 | 1;
  readonly place: Place;
  readonly next: number;
  readonly rowBytes: number;
}

/** The rows of a group that a map gives the turns of a loop, `every` of them a turn. */
export function strip(
  frame: Frame,
  turns: Loop,
  { group, map }: { readonly group: number; readonly map: IndexMap },
  every = 1,
): Strip {
  const its = frame.places[group] as Rows;
  const { rank, rowBytes } = its;
  const next = map.kind === 'affine' ? map.stride * rowBytes : 0;
  return { rank, rowBytes, next, place: turns.map(its, map, rowBytes, every) };
}

/** Adds a · b to each sum; fused where that is allowed. All products come before the sums: neither has to wait. */
export function addProducts({ f, v, fast }: Frame, sums: readonly Vector[], a: Vector[], b: Vector[]): void {
  const products = sums.map((sum, i) => {
    const factors = [a[i], b[i]] as [Vector, Vector];
    return fast ? v.multiplyAdd(...factors, sum) : v.multiply(...factors);
  });
  sums.forEach((sum, i) => f.set(sum, fast ? (products[i] as Vector) : v.add(sum, products[i] as Vector)));
}

/**
 * The sums of as many vectors as a vector has lanes, one in each lane; that of a single vector in all of them. Lanes are added in
 * the order of the definition: f64 0 + 1, f32 (0 + 2) + (1 + 3).
 */
export function sumEach(v: Vectors, [a, b = a, c = a, d = b]: readonly [Vector, ...Vector[]]): Vector {
  const added = (x: Vector, y: Vector, some: number[], others: number[]): Vector =>
    v.add(v.shuffle(x, y, some), v.shuffle(x, y, others));
  const halves = (x: Vector, y: Vector): Vector => added(x, y, [0, 2], [1, 3]);
  return v.lanes === 2 ? halves(a, b) : added(halves(a, b), halves(c, d), [0, 2, 4, 6], [1, 3, 5, 7]);
}

/** Puts the sums of a tile after those of the tiles before; what is there before the first is not read. */
export function accumulate(
  { f, v, before }: Frame,
  places: readonly Place[],
  sums: readonly Vector[],
  single: boolean,
): void {
  f.get(before);
  f.when(() => {
    sums.forEach((sum, i) => f.set(sum, v.add(load(v, places[i] as Place, single), sum)));
  });
  sums.forEach((sum, i) => store(v, places[i] as Place, sum, single ? 0 : undefined));
}
