import type { IndexMap, MapBlock, Operand } from '@chainrule/blocks';
import { type } from './encoder.ts';
import { accumulate, copied, type Frame, load, store, sumLanes, tailOf } from './frame.ts';
import type { Rows } from './layout.ts';
import { type Loop, loop, type Place } from './loop.ts';
import { emit } from './primitives.ts';
import { sampleLoop } from './sampleLoop.ts';
import type { Vector } from './vectors.ts';

/** The code of a map: over samples if it has any, else over rows, as lanes of a vector. */
export function emitMap(frame: Frame, block: MapBlock): void {
  if (block.rank === 1) overSamples(frame, block);
  else if (block.rows < frame.v.lanes) rowByRow(frame, block);
  else overRows(frame, block);
}

/** All statements, on operands that were loaded. */
function body(frame: Frame, { operands, statements }: MapBlock, operand: (i: number) => Vector): Vector[] {
  const values = operands.map((_, i) => operand(i));
  for (const { primitive, args } of statements)
    values.push(
      emit(
        frame,
        primitive,
        args.map((arg) => values[arg] as Vector),
      ),
    );
  return values;
}

function overSamples(frame: Frame, block: MapBlock): void {
  const { f, v, tables } = frame;
  const rows = loop(f, tables, block.rows);
  const operands = block.operands.map((operand) => placeOf(frame, rows, operand));
  const stores = block.stores.map(({ value, group, map }) => ({ value, place: rowPlace(frame, rows, group, map) }));
  const sums = block.sums.map(({ value, group, map }) => ({
    value,
    place: rowPlace(frame, rows, group, map),
    total: f.local(type.v128),
  }));
  rows.run(() => {
    const uniform = operands.map((operand) => (operand.rank === 0 ? load(v, operand.place, true) : operand.always));
    for (const { total } of sums) {
      f.get(v.constant(0));
      f.set(total);
    }
    const samples = sampleLoop(frame, 16);
    samples.run(() => {
      const values = body(frame, block, (i) => uniform[i] ?? load(v, samples.place((operands[i] as Placed).place)));
      for (const { value, place } of stores) store(v, samples.place(place), values[value] as Vector);
      if (sums.length === 0) return;
      const mask = tailMask(frame, samples.offset);
      for (const { value, total } of sums) {
        f.get(v.add(total, v.and(values[value] as Vector, mask)));
        f.set(total);
      }
    });
    for (const { place, total } of sums) accumulate(frame, place, sumLanes(v, total), true);
  });
}

/** All 1, but in the last vector of a tile only in the lanes that hold samples. */
function tailMask(frame: Frame, offset: number): Vector {
  const { f, v, end } = frame;
  f.get(offset);
  f.i32(16);
  f.op(0x6a);
  f.get(end);
  f.op(0x49); // i32.lt_u: 1 before the last
  f.op(0x45); // i32.eqz
  f.i32(1);
  f.op(0x6b); // −1 before the last, 0 at it
  f.simd(0x11); // i32x4.splat
  const before = v.keep();
  return v.or(before, tailOf(frame));
}

function rowByRow(frame: Frame, block: MapBlock): void {
  const { v } = frame;
  const rows = loop(frame.f, frame.tables, block.rows);
  const operands = block.operands.map((operand) => placeOf(frame, rows, operand));
  rows.run(() => {
    const values = body(frame, block, (i) => {
      const { always, place } = operands[i] as Placed;
      return always ?? load(v, place, true);
    });
    for (const { value, group, map } of block.stores)
      store(v, rowPlace(frame, rows, group, map), values[value] as Vector, true);
  });
}

/** Successive rows in the lanes of a vector; the last vector ends with the last row, and may repeat some. */
function overRows(frame: Frame, block: MapBlock): void {
  const { f, v } = frame;
  const last = block.rows - v.lanes;
  const row = f.local(type.i32);
  const lanes = Array.from({ length: v.lanes }, (_, lane) => lane);
  f.i32(0);
  f.set(row);

  const placeIn = ({ address, rowBytes }: Rows, map: IndexMap, lane: number): Place => {
    const local = f.local(type.i32);
    if (map.kind === 'table') {
      f.get(row);
      f.i32(4);
      f.op(0x6c); // i32.mul
      f.memory(0x28, frame.tables(map.table.map((entry) => entry * rowBytes)) + 4 * lane);
      f.set(local);
      return { local, offset: address };
    }
    const lowest = map.stride < 0 ? map.base + map.stride * (block.rows - 1) : map.base;
    f.get(row);
    f.i32(map.stride * rowBytes);
    f.op(0x6c);
    f.i32((map.base - lowest + map.stride * lane) * rowBytes);
    f.op(0x6a);
    f.set(local);
    return { local, offset: address + lowest * rowBytes };
  };
  const gather = (rows: Rows, map: IndexMap): Vector => {
    if (map.kind === 'affine' && map.stride === 1) return load(v, placeIn(rows, map, 0));
    if (map.kind === 'affine' && map.stride === 0) return load(v, placeIn(rows, map, 0), true);
    return lanes.slice(1).reduce(
      (vector, lane) => {
        const { local, offset } = placeIn(rows, map, lane);
        f.get(local as number);
        f.get(vector);
        f.simdMemory(v.bytes === 8 ? 0x57 : 0x56, offset, lane);
        return v.keep();
      },
      load(v, placeIn(rows, map, 0), true),
    );
  };
  const scatter = (rows: Rows, map: IndexMap, value: Vector): void => {
    if (map.kind === 'affine' && map.stride === 1) store(v, placeIn(rows, map, 0), value);
    else
      for (const lane of lanes) {
        const { local, offset } = placeIn(rows, map, lane);
        f.get(local as number);
        f.get(value);
        f.simdMemory(v.bytes === 8 ? 0x5b : 0x5a, offset, lane);
      }
  };

  f.repeat(() => {
    const values = body(frame, block, (i) => {
      const operand = block.operands[i] as Operand;
      return operand.kind === 'literal' ? v.constant(operand.value) : gather(frame.rows(operand.group), operand.map);
    });
    for (const { value, group, map } of block.stores) scatter(frame.rows(group), map, values[value] as Vector);
    const done = copied(f, row);
    f.get(row);
    f.i32(v.lanes);
    f.op(0x6a);
    f.tee(row);
    f.i32(last);
    f.get(row);
    f.i32(last);
    f.op(0x48); // i32.lt_s
    f.op(0x1b); // select
    f.set(row);
    f.get(done);
    f.i32(last);
    f.op(0x47); // i32.ne
  });
}

/** Where an operand is, or the vector that it always is. */
interface Placed {
  readonly rank: 0 | 1 | undefined;
  readonly place: Place;
  readonly always?: Vector;
}

function placeOf(frame: Frame, rows: Loop, operand: Operand): Placed {
  if (operand.kind === 'literal')
    return { rank: undefined, place: { local: undefined, offset: 0 }, always: frame.v.constant(operand.value) };
  return { rank: frame.rows(operand.group).rank, place: rowPlace(frame, rows, operand.group, operand.map) };
}

function rowPlace(frame: Frame, rows: Loop, group: number, map: IndexMap): Place {
  const { address, rowBytes } = frame.rows(group);
  const { local, offset } = rows.map(map, rowBytes);
  return { local, offset: address + offset };
}
