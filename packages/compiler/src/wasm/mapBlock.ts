import type { IndexMap, MapBlock, Operand } from '@chainrule/blocks';
import { type } from './encoder.ts';
import { accumulate, address, type Frame, load, store, sumLanes, tailOf } from './frame.ts';
import type { Rows } from './layout.ts';
import { type Loop, loop, type Place, skip } from './loop.ts';
import { emit } from './primitives.ts';
import { eachVector } from './sampleLoop.ts';
import type { Vector } from './vectors.ts';

/** The code of a map: over samples if it has any, else over rows, as lanes of a vector. */
export function emitMap(frame: Frame, block: MapBlock): void {
  if (block.rank === 1) overSamples(frame, block);
  else if (block.rows < frame.v.lanes) rowByRow(frame, block);
  else overRows(frame, block);
}

/** All statements, on operands that were loaded. */
function body(frame: Frame, { operands, statements }: MapBlock, operand: (i: number) => Vector): Vector[] {
  const tools = { ...frame, elementary: frame.functions() };
  const values = operands.map((_, i) => operand(i));
  for (const { primitive, args } of statements)
    values.push(
      emit(
        tools,
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
  // functions of many instructions overlap with those of the next samples
  const together = block.statements.some(({ primitive }) => primitive in frame.elementary) ? 2 : 1;
  rows.run(() => {
    const uniform = operands.map((operand) => (operand.rank === 0 ? load(v, operand.place, true) : operand.always));
    for (const { total } of sums) {
      f.get(v.constant(0));
      f.set(total);
    }
    eachVector(frame, together, frame.end, (at, offset, more) => {
      const values = body(frame, block, (i) => uniform[i] ?? load(v, at((operands[i] as Placed).place)));
      for (const { value, place } of stores) store(v, at(place), values[value] as Vector);
      if (sums.length === 0) return;
      const mask = tailMask(frame, offset, more);
      for (const { value, total } of sums) {
        f.get(v.add(total, v.and(values[value] as Vector, mask)));
        f.set(total);
      }
    });
    for (const { place, total } of sums) accumulate(frame, place, sumLanes(v, total), true);
  });
}

/** All 1, but in the last vector of a tile only in the lanes that hold samples. */
function tailMask(frame: Frame, offset: number, more: number): Vector {
  const { f, v, end } = frame;
  f.get(offset);
  f.i32(more + 16);
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
      store(v, rowPlace(frame, rows, group, map), values[value] as Vector, 0);
  });
}

/** Vectors of rows in a turn of a loop. */
const together = 4;

/** Successive rows in the lanes of a vector; the last vector ends with the last row, and may repeat some. */
function overRows(frame: Frame, block: MapBlock): void {
  const { lanes } = frame.v;
  const vectors = Math.floor(block.rows / lanes);
  const every = Math.min(vectors, block.statements.length > 100 ? 1 : together);
  const rest = vectors % every;
  vectorsOfRows(frame, block, 0, every, (vectors - rest) / every);
  if (rest > 0) vectorsOfRows(frame, block, lanes * (vectors - rest), rest, 1);
  if (lanes * vectors < block.rows) vectorsOfRows(frame, block, block.rows - lanes, 1, 1);
}

/** `turns` turns of `every` vectors each, from row `first` on. */
function vectorsOfRows(frame: Frame, block: MapBlock, first: number, every: number, turns: number): void {
  const { f, v, tables } = frame;
  const rows = loop(f, tables, turns);
  const lanes = Array.from({ length: v.lanes }, (_, lane) => lane);
  const placeIn = ({ address: start, rowBytes }: Rows, map: IndexMap, row: number): Place =>
    rows.map(skip(map, row), rowBytes, [], every * v.lanes, start);
  const isVector = (map: IndexMap, stride: number): boolean => map.kind === 'affine' && map.stride === stride;

  const gather = (from: Rows, map: IndexMap, row: number): Vector => {
    if (isVector(map, 1)) return load(v, placeIn(from, map, row));
    const start = load(v, placeIn(from, map, row), true);
    if (isVector(map, 0)) return start;
    return lanes.slice(1).reduce((vector, lane) => {
      const { local, offset } = placeIn(from, map, row + lane);
      address(f, local);
      f.get(vector);
      f.simdMemory(v.bytes === 8 ? 0x57 : 0x56, offset, lane);
      return v.keep();
    }, start);
  };
  const scatter = (to: Rows, map: IndexMap, row: number, value: Vector): void => {
    if (isVector(map, 1)) store(v, placeIn(to, map, row), value);
    else for (const lane of lanes) store(v, placeIn(to, map, row + lane), value, lane);
  };

  rows.run(() => {
    for (let u = 0; u < every; u++) {
      const row = first + u * v.lanes;
      const values = body(frame, block, (i) => {
        const operand = block.operands[i] as Operand;
        return operand.kind === 'literal'
          ? v.constant(operand.value)
          : gather(frame.rows(operand.group), operand.map, row);
      });
      for (const { value, group, map } of block.stores) scatter(frame.rows(group), map, row, values[value] as Vector);
    }
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
