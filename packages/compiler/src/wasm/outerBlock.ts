import type { IndexMap, OuterBlock } from '@chainrule/blocks';
import { type } from './encoder.ts';
import { accumulate, copied, type Frame, load, multiplyAdd, shifted, sumEach, sumLanes, tailOf } from './frame.ts';
import { entryPlus, type Loop, loop, type Offset, type Place, skip } from './loop.ts';
import { eachVector, whenBefore } from './sampleLoop.ts';
import type { Vector } from './vectors.ts';

/** Products that are summed at the same time. */
const products = 8;

/** Vectors of samples in a turn of a loop: the more, the less there is to count. */
const together = 4;

/** One of the two sides: successive rows of a group, and where their products are kept. */
interface Side {
  readonly group: number;
  readonly map: IndexMap;
  readonly count: number;
  readonly store: IndexMap;
}

/** The code of an outer product: tiles of rows × columns, each a loop over the samples, with the sums in registers. */
export function emitOuter(frame: Frame, block: OuterBlock): void {
  const { store } = block;
  if (store.kind === 'table') {
    const [a, b] = sides(block, { kind: 'table', table: new Int32Array(0) });
    emitTiles(frame, [a, 1], [b, 1], store);
    return;
  }
  const [a, b] = sides(block, store.row, store.term);
  // columns are taken as many at a time as a vector has lanes, so that their sums make a vector: they must lie together
  const [rows, columns] = isNext(b.store) || !isNext(a.store) ? [a, b] : [b, a];
  const { lanes } = frame.v;
  const high = Math.min(isAffine(rows) ? products / lanes : 1, rows.count);
  const wide = isAffine(columns) && isNext(columns.store) && columns.count >= lanes ? lanes : 1;
  for (const [r, rest] of cut(rows, high))
    for (const [c, part] of cut(columns, wide)) emitTiles(frame, [r, rest], [c, part], store);
}

const isNext = (map: IndexMap): boolean => map.kind === 'affine' && map.stride === 1;
const isAffine = ({ map, store }: Side): boolean => map.kind === 'affine' && store.kind === 'affine';

function sides({ a, b, rows, columns }: OuterBlock, storeA: IndexMap, storeB: IndexMap = storeA): [Side, Side] {
  return [
    { ...a, count: rows, store: storeA },
    { ...b, count: columns, store: storeB },
  ];
}

/** A side as whole tiles and, one by one, the rest; with the size of a tile. */
function cut(side: Side, size: number): [Side, number][] {
  const whole = side.count - (side.count % size);
  const rest = {
    ...side,
    map: skip(side.map, whole),
    store: skip(side.store, whole),
    count: side.count - whole,
  };
  return [[{ ...side, count: whole }, size] as [Side, number], [rest, 1] as [Side, number]].filter(
    ([{ count }]) => count > 0,
  );
}

/** A side in the loop over its tiles. */
interface Placed {
  readonly turns: Loop;
  /** The first row of the tile, and the bytes from one row to the next. */
  readonly place: Place;
  readonly next: number;
}

function emitTiles(
  frame: Frame,
  [rows, high]: [Side, number],
  [columns, wide]: [Side, number],
  store: OuterBlock['store'],
): void {
  const { f, v, tables, end } = frame;
  const placed = ({ group, map, count }: Side, size: number): Placed => {
    const turns = loop(f, tables, count / size);
    const { address, rowBytes } = frame.rows(group);
    const { local, offset } = turns.map(map, rowBytes, [], size);
    return {
      turns,
      place: { local, offset: address + offset },
      next: map.kind === 'affine' ? map.stride * rowBytes : 0,
    };
  };
  const a = placed(rows, high);
  const b = placed(columns, wide);
  const out = frame.rows(store.group);
  const bytes = out.rowBytes;
  // the shorter side is gone through most often: it may stay in the nearest cache
  const [outer, inner] = rows.count <= columns.count ? [b, a] : [a, b];
  const [outerSide, innerSide] =
    rows.count <= columns.count
      ? ([
          [columns, wide],
          [rows, high],
        ] as const)
      : ([
          [rows, high],
          [columns, wide],
        ] as const);

  /** Where the product of row r and the first column of the tile is kept. */
  const target = (): ((r: number) => Place) => {
    if (store.kind === 'table') {
      const entries = tables(store.table, bytes, 0);
      const stepOf = (side: Side): number => 4 * (side === rows ? columns.count : 1);
      const start = outer.turns.offset(stepOf(outerSide[0]), []);
      const entry = inner.turns.offset(stepOf(innerSide[0]), [start]);
      return () => ({ local: entryPlus(f, entries, entry, undefined), offset: out.address });
    }
    const start = outer.turns.map(outerSide[0].store, bytes, [], outerSide[1]);
    const place = inner.turns.map(innerSide[0].store, bytes, [start.local], innerSide[1]);
    const next = rows.store.kind === 'affine' ? rows.store.stride * bytes : 0;
    return (r) => ({ local: place.local, offset: out.address + start.offset + place.offset + r * next });
  };
  const kept = target();

  const tile = (): void => {
    const sums = range(high).map(() => range(wide).map(() => f.local(type.v128)));
    for (const sum of sums.flat()) {
      f.get(v.constant(0));
      f.set(sum);
    }
    const add = (placeA: Place, placeB: Place, masked: (x: Vector) => Vector): void => {
      const left = range(high).map((r) => masked(load(v, shifted(placeA, r * a.next))));
      const right = range(wide).map((c) => masked(load(v, shifted(placeB, c * b.next))));
      sums.forEach((row, r) =>
        row.forEach((sum, c) => {
          f.get(multiplyAdd(frame, left[r] as Vector, right[c] as Vector, sum));
          f.set(sum);
        }),
      );
    };
    const tail = tailOf(frame);
    const last = f.local(type.i32); // where whole vectors end
    f.get(end);
    f.get(tail);
    f.simd(0xa3); // i32x4.all_true
    f.op(0x45); // i32.eqz
    f.i32(16);
    f.op(0x6c);
    f.op(0x6b);
    f.set(last);
    eachVector(frame, together, last, (at) => add(at(a.place), at(b.place), (x) => x));
    const lastOf = ({ place }: Placed): Place => ({ ...place, local: plus(frame, last, place.local) });
    whenBefore(f, last, end, () => add(lastOf(a), lastOf(b), (x) => v.and(x, tail)));
    sums.forEach((row, r) => {
      const sum = wide === 1 ? sumLanes(v, row[0] as Vector) : sumEach(v, row);
      accumulate(frame, kept(r), sum, wide === 1);
    });
  };
  outer.turns.run(() => inner.turns.run(tile));
}

/** A new local: the sum of two offsets. */
function plus({ f }: Frame, a: number, b: Offset): number {
  if (b === undefined) return a;
  const local = copied(f, a);
  f.get(local);
  f.get(b);
  f.op(0x6a);
  f.set(local);
  return local;
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
