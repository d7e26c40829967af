import type { IndexMap, MapBlock, Operand } from '@chainrule/blocks';
import { type } from './encoder.ts';
import { accumulate, type Frame, load, type Strip, store, strip, sumLanes, tailOf } from './frame.ts';
import { address, loop, type Place, range, skip } from './loop.ts';
import { emit } from './primitives.ts';
import { eachVector } from './sampleLoop.ts';
import type { Vector } from './vectors.ts';

/** Vectors of rows or samples in a turn of a loop. */
const together = 4;

/** The code of a map: over samples if it has any, else over rows, as lanes of a vector if they fill one. */
export function emitMap(frame: Frame, block: MapBlock): void {
  const { lanes } = frame.v;
  const { rows } = block;
  if (block.rank === 1) overSamples(frame, block);
  else if (rows < lanes) overRows(frame, block, 1, 0, 1, rows);
  else {
    const vectors = Math.floor(rows / lanes);
    const every = Math.min(vectors, block.statements.length > 100 ? 1 : together);
    const rest = vectors % every;
    overRows(frame, block, lanes, 0, every, (vectors - rest) / every);
    if (rest > 0) overRows(frame, block, lanes, lanes * (vectors - rest), rest, 1);
    // the last vector ends with the last row, and may repeat some
    if (lanes * vectors < rows) overRows(frame, block, lanes, rows - lanes, 1, 1);
  }
}

/** All statements, on operands that were loaded. */
function body(
  frame: Frame,
  { operands, statements }: MapBlock,
  operand: (its: Operand, i: number) => Vector,
): Vector[] {
  const tools = { ...frame, elementary: frame.functions() };
  const values = operands.map(operand);
  const value = (arg: number): Vector => values[arg] as Vector;
  for (const { primitive, args } of statements) values.push(emit(tools, primitive, args.map(value)));
  return values;
}

function overSamples(frame: Frame, block: MapBlock): void {
  const { f, v } = frame;
  const rows = loop(frame, block.rows);
  const operands = block.operands.map((operand) => (operand.kind === 'rows' ? strip(frame, rows, operand) : undefined));
  const stores = block.stores.map((its) => ({ ...its, ...strip(frame, rows, its) }));
  // functions of many instructions overlap with those of the next samples
  const isLong = block.statements.some(({ primitive }) => primitive in frame.elementary);
  const side = isLong ? 2 : block.statements.length > 25 ? 1 : together;
  const sums = block.sums.map((its) => ({
    ...its,
    ...strip(frame, rows, its),
    totals: range(frame.inAnyOrder ? side : 1).map(() => f.local(type.v128)),
  }));
  rows.run(() => {
    const uniform = block.operands.map((operand, i) =>
      operand.kind === 'literal'
        ? v.constant(operand.value)
        : operands[i]?.rank === 0
          ? load(v, operands[i].place, true)
          : undefined,
    );
    for (const total of sums.flatMap(({ totals }) => totals)) v.assign(total, v.constant(0));
    eachVector(frame, side, frame.end, (at, turn, end) => {
      const values = body(frame, block, (_, i) => uniform[i] ?? load(v, at((operands[i] as Strip).place)));
      for (const { value, place } of stores) store(v, at(place), values[value] as Vector);
      if (sums.length === 0) return;
      const mask = end && tailMask(frame, end);
      for (const { value, totals } of sums) {
        const total = totals[turn % totals.length] as Vector;
        const its = values[value] as Vector;
        v.assign(total, v.add(total, mask === undefined ? its : v.and(its, mask)));
      }
    });
    const totals = sums.map((its) =>
      sumLanes(
        v,
        its.totals.reduce((a, b) => v.add(a, b)),
      ),
    );
    if (sums.length > 0)
      accumulate(
        frame,
        sums.map(({ place }) => place),
        totals,
        true,
      );
  });
}

/** All 1, but for the last vector of a tile only in the lanes that hold samples. */
function tailMask(frame: Frame, { local, offset }: Place): Vector {
  const { f, v, end } = frame;
  f.get(local as number);
  f.i32(offset);
  f.op(0x6a);
  f.get(end);
  f.op(0x4f); // i32.ge_u: 0 before the last, 1 at it
  f.i32(1);
  f.op(0x6b); // −1 before the last, 0 at it
  f.simd(0x11); // i32x4.splat
  return v.or(v.keep(), tailOf(frame));
}

/** `turns` turns of `every` vectors each, from row `first` on, with successive rows in as many lanes as are `used`. */
function overRows(frame: Frame, block: MapBlock, used: number, first: number, every: number, turns: number): void {
  const { f, v } = frame;
  const rows = loop(frame, turns);
  const placeOf = ({ group, map }: { readonly group: number; readonly map: IndexMap }, row: number): Place =>
    strip(frame, rows, { group, map: skip(map, row) }, every * used).place;
  const hasStride = (map: IndexMap, stride: number): boolean =>
    used > 1 && map.kind === 'affine' && map.stride === stride;

  const gather = (operand: Operand, row: number): Vector => {
    if (operand.kind === 'literal') return v.constant(operand.value);
    const isVector = hasStride(operand.map, 1);
    let vector = load(v, placeOf(operand, row), !isVector);
    if (isVector || hasStride(operand.map, 0)) return vector;
    for (let lane = 1; lane < used; lane++) {
      const { local, offset } = placeOf(operand, row + lane);
      address(f, local);
      f.get(vector);
      f.simdMemory(v.bytes === 8 ? 0x57 : 0x56, offset, lane);
      vector = v.keep();
    }
    return vector;
  };

  rows.run(() => {
    for (let u = 0; u < every; u++) {
      const row = first + u * used;
      const values = body(frame, block, (operand) => gather(operand, row));
      for (const its of block.stores) {
        const value = values[its.value] as Vector;
        if (hasStride(its.map, 1)) store(v, placeOf(its, row), value);
        else for (let lane = 0; lane < used; lane++) store(v, placeOf(its, row + lane), value, lane);
      }
    }
  });
}
