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
  sumLanes,
  tailsOf,
} from './frame.ts';
import { type Loop, loop, type Place, range, skip } from './loop.ts';
import { eachVector, whenBefore } from './sampleLoop.ts';
import type { Vector } from './vectors.ts';
import { both, sum, word, zero } from './whole.ts';

/** Products that are summed at the same time. */
const products = { strict: 8, fused: 12 } as const;

/** Vectors of samples in a turn of a loop: the more, the less there is to count. */
const together = 4;

/** One of the two sides: successive rows of a group. */
interface Side {
  readonly group: number;
  readonly map: IndexMap;
  readonly count: number;
  /** Rows in a tile. */
  readonly size: number;
  /** Where their products are kept, and from one to the next in a table of those of both sides. */
  readonly store: IndexMap;
  readonly entries: number;
}

/** The offset where vectors end that have a sample in each lane, and the mask of the one there. */
interface Tail {
  readonly last: number;
  readonly mask: Vector;
}

/** The code of an outer product: tiles of rows × columns, each a loop over the samples, with the sums in registers. */
export function emitOuter(frame: Frame, block: OuterBlock): void {
  const { store, columns: width } = block;
  const [row, term] = store.kind === 'table' ? [store, store] : [store.row, store.term];
  const a: Side = { ...block.a, count: block.rows, size: 1, store: row, entries: width };
  const b: Side = { ...block.b, count: width, size: 1, store: term, entries: 1 };
  // columns are taken as many at a time as a vector has lanes, so that their sums make a vector: they must lie together
  const [rows, columns] = isNext(b.store) || !isNext(a.store) ? [a, b] : [b, a];
  const { lanes } = frame.v;
  const high = isAffine(rows) ? Math.min((frame.fast ? products.fused : products.strict) / lanes, rows.count) : 1;
  const wide = isAffine(columns) && isNext(columns.store) && columns.count >= lanes ? lanes : 1;
  const last = frame.f.keep(type.i32, both(frame.end, word(-16)));
  const tail = { last, mask: tailsOf(frame, last, 1)[0] as Vector };
  for (const r of cut(rows, high)) for (const c of cut(columns, wide)) emitTiles(frame, r, c, store, tail);
}

const isNext = (map: IndexMap): boolean => map.kind === 'affine' && map.stride === 1;
const isAffine = ({ map, store }: Side): boolean => map.kind === 'affine' && store.kind === 'affine';

/** A side as whole tiles and, one by one, the rest. */
function cut(side: Side, size: number): Side[] {
  const { map, store, count } = side;
  const rest = count % size;
  const whole = count - rest;
  return [
    { ...side, count: whole, size },
    { ...side, count: rest, map: skip(map, whole), store: skip(store, whole) },
  ].filter((part) => part.count > 0);
}

/** A side in the loop over its tiles. */
interface Placed extends Strip {
  readonly side: Side;
  readonly turns: Loop;
}

function emitTiles(
  frame: Frame,
  rows: Side,
  columns: Side,
  { kind, group }: OuterBlock['store'],
  { mask, last }: Tail,
): void {
  const { f, v, end } = frame;
  const placed = (side: Side): Placed => {
    const turns = loop(frame, side.count / side.size);
    return { side, turns, ...strip(frame, turns, side, side.size) };
  };
  const a = placed(rows);
  const b = placed(columns);
  // the shorter side is gone through most often: it may stay in the nearest cache
  const [outer, inner] = rows.count <= columns.count ? [b, a] : [a, b];
  const its = frame.places[group] as Rows;
  const { rowBytes } = its;
  const map = ({ turns, side }: Placed, from: Place, entry?: number): Place =>
    kind === 'table'
      ? turns.map(from, side.store, rowBytes, side.entries, entry)
      : turns.map(from, side.store, rowBytes, side.size);
  // where the product of the first row and the first column of the tile is kept, and that of the next row
  const kept =
    kind === 'table' ? map(inner, its, outer.turns.offset(4 * outer.side.entries, [])) : map(inner, map(outer, its));
  const next = rows.store.kind === 'affine' ? rows.store.stride * rowBytes : 0;

  const tile = (): void => {
    const sums = range(rows.size).map(() => range(columns.size).map(() => f.keep(type.v128, v.constant(0))));
    const add = (at: (place: Place) => Place, masked: (x: Vector) => Vector): void => {
      const vector = ({ place, next: apart }: Placed, i: number): Vector =>
        masked(load(v, shifted(at(place), i * apart)));
      // two columns at a time, as there are few registers
      for (let c = 0; c < columns.size; c += 2) {
        const pair = range(Math.min(2, columns.size)).map((i) => vector(b, c + i));
        sums.forEach((row, r) => {
          const one = vector(a, r);
          addProducts(frame, row.slice(c, c + 2), pair, [one, one]);
        });
      }
    };
    eachVector(frame, together, last, (at) => add(at, (x) => x));
    const atLast = ({ local, offset }: Place): Place => ({
      local: f.keep(type.i32, sum(last, local ?? zero)),
      offset,
    });
    whenBefore(f, last, end, () => add(atLast, (x) => v.and(x, mask)));
    const isOne = columns.size === 1;
    const totals = sums.map((row) => (isOne ? sumLanes(v, row[0] as Vector) : sumEach(v, row)));
    accumulate(
      frame,
      totals.map((_, r) => shifted(kept, r * next)),
      totals,
      isOne,
    );
  };
  outer.turns.run(() => inner.turns.run(tile));
}
