import type { IndexMap, OuterBlock } from '@chainrule/blocks';
import { type } from './encoder.ts';
import {
  accumulate,
  addProducts,
  type Frame,
  load,
  type Rows,
  type Strip,
  shifted,
  strip,
  sumEach,
  tailsOf,
} from './frame.ts';
import { inTiles, type Loop, loop, type Place, range, skip } from './loop.ts';
import { eachVector, whenBefore } from './sampleLoop.ts';
import type { Vector } from './vectors.ts';
import { both, sum, word, zero } from './whole.ts';

/** Products that are summed at the same time; more where they are fused, which leaves registers free. */
const products = 8;
const productsFused = 12;

/** One of the two sides: successive rows of a group. */
interface Side {
  readonly group: number;
  readonly map: IndexMap;
  readonly count: number;
  /** Where their products are kept, and from one to the next in a table of those of both sides. */
  readonly store: IndexMap;
  readonly entries: number;
}

/** The code of an outer product: tiles of rows × columns, each a loop over the samples, with the sums in registers. */
export function emitOuter(frame: Frame, block: OuterBlock): void {
  const { store, columns: width } = block;
  const [row, term] = store.kind === 'table' ? [store, store] : [store.row, store.term];
  const a: Side = { ...block.a, count: block.rows, store: row, entries: width };
  const b: Side = { ...block.b, count: width, store: term, entries: 1 };
  // columns are taken as many at a time as a vector has lanes, so that their sums make a vector: they must lie together
  const [rows, columns] = isNext(b.store) || !isNext(a.store) ? [a, b] : [b, a];
  const { lanes } = frame.v;
  const high = isAffine(rows) ? (frame.fast ? productsFused : products) / lanes : 1;
  const wide = isAffine(columns) && isNext(columns.store) && columns.count >= lanes ? lanes : 1;
  // where vectors end that have a sample in each lane, and which lanes of the next have one
  const last = frame.f.keep(type.i32, both(frame.end, word(-16)));
  const [mask] = tailsOf(frame, last, 1) as [Vector];
  const rest = columns.count % wide;
  inTiles(rows.count, high, (...tiles) => {
    const its = part(rows, ...tiles);
    const emit = (...c: [number, number, number]): void =>
      emitTiles(frame, its, part(columns, ...c), store, last, mask);
    emit(0, wide, (columns.count - rest) / wide);
    if (rest > 0) emit(columns.count - rest, 1, rest);
  });
}

const isNext = (map: IndexMap): boolean => map.kind === 'affine' && map.stride === 1;
const isAffine = ({ map, store }: Side): boolean => map.kind === 'affine' && store.kind === 'affine';

/** Some of a side, from a row on: so many tiles of a size. */
interface Part extends Side {
  readonly size: number;
  readonly tiles: number;
}

const part = (side: Side, from: number, size: number, tiles: number): Part => ({
  ...side,
  size,
  tiles,
  map: skip(side.map, from),
  store: skip(side.store, from),
});

/** A side in the loop over its tiles. */
interface Placed extends Strip {
  readonly side: Part;
  readonly turns: Loop;
}

function emitTiles(
  frame: Frame,
  rows: Part,
  columns: Part,
  { kind, group }: OuterBlock['store'],
  last: number,
  mask: Vector,
): void {
  const { f, v, end } = frame;
  const placed = (side: Part): Placed => {
    const turns = loop(frame, side.tiles);
    return { side, turns, ...strip(frame, turns, side, side.size) };
  };
  const a = placed(rows);
  const b = placed(columns);
  // the shorter side is gone through most often: it may stay in the nearest cache
  const [outer, inner] = rows.count <= columns.count ? [b, a] : [a, b];
  const its = frame.places[group] as Rows;
  const { rowBytes } = its;
  const map = ({ turns, side }: Placed, from: Place, entry?: number): Place =>
    turns.map(from, side.store, rowBytes, kind === 'table' ? side.entries : side.size, entry);
  // where the product of the first row and the first column of the tile is kept, and that of the next row
  const kept =
    kind === 'table' ? map(inner, its, outer.turns.offset(4 * outer.side.entries, [])) : map(inner, map(outer, its));
  const next = rows.store.kind === 'affine' ? rows.store.stride * rowBytes : 0;

  outer.turns.run(() =>
    inner.turns.run(() => {
      const sums = range(rows.size).map(() => range(columns.size).map(() => f.keep(type.v128, v.constant(0))));
      const add = (at: (place: Place) => Place, masked: (x: Vector) => Vector): void => {
        const vector = ({ place, next: apart }: Placed, i: number): Vector =>
          masked(load(v, shifted(at(place), i * apart)));
        const [many, few] = rows.size > columns.size ? [a, b] : [b, a];
        // two vectors of the shorter side at a time and one of the longer, as there are few registers
        for (let j = 0; j < few.side.size; j += 2) {
          const two = range(Math.min(2, few.side.size - j)).map((k) => vector(few, j + k));
          range(many.side.size).forEach((i) => {
            const one = vector(many, i);
            const its = two.map((_, k) => (many === a ? sums[i]?.[j + k] : sums[j + k]?.[i]) as Vector);
            addProducts(frame, its, two, [one, one]);
          });
        }
      };
      eachVector(frame, last, (at) => add(at, (x) => x));
      const atLast = ({ local, offset }: Place): Place => ({
        local: f.keep(type.i32, sum(last, local ?? zero)),
        offset,
      });
      whenBefore(f, last, end, () => add(atLast, (x) => v.and(x, mask)));
      const isOne = columns.size === 1;
      const totals = sums.map((row) => sumEach(v, row as [Vector]));
      accumulate(
        frame,
        totals.map((_, r) => shifted(kept, r * next)),
        totals,
        isOne,
      );
    }),
  );
}
