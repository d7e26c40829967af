import type { IndexMap, MapBlock, Operand } from '@chainrule/blocks';
import { type } from './encoder.ts';
import { accumulate, type Frame, keep, load, shifted, store, strip, sumEach, tailsOf } from './frame.ts';
import { inTiles, loop, type Place, range, skip } from './loop.ts';
import { callsIn, mapBody } from './mapBody.ts';
import { sampleLoop } from './sampleLoop.ts';
import { type Bundle, eachOf, type Vector } from './vectors.ts';
import { zero } from './whole.ts';

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
    inTiles(vectors, block.statements.length > 100 ? 1 : together, (from, ...tiles) =>
      overRows(frame, block, lanes, lanes * from, ...tiles),
    );
    // the last vector ends with the last row, and may repeat some
    if (lanes * vectors < rows) overRows(frame, block, lanes, rows - lanes, 1, 1);
  }
}

/** Vectors that go side by side: functions of many instructions overlap, and read each constant once for all. */
function sideOf({ elementary }: Frame, { statements }: MapBlock): number {
  const functions = callsIn(statements, elementary);
  if (functions === 0) return statements.length > 25 ? 1 : together;
  return functions === 1 ? together : 2;
}

function overSamples(frame: Frame, block: MapBlock): void {
  const { f, v } = frame;
  const rows = loop(frame, block.rows);
  const side = sideOf(frame, block);
  const stores = block.stores.map((its) => ({ ...its, ...strip(frame, rows, its) }));
  const sumPlaces = block.sums.map((its) => strip(frame, rows, its).place);
  rows.run(() => {
    // what is the same for all samples is read before them
    const operands = block.operands.map((operand): Place | Bundle => {
      if (operand.kind === 'literal') return [v.constant(operand.value)];
      const { rank, place } = strip(frame, rows, operand);
      return rank === 1 ? place : [load(v, place, true)];
    });
    const sums = block.sums.map(({ value }) => ({
      value,
      totals: range(frame.isLoose ? side : 1).map(() => f.keep(type.v128, v.constant(0))),
    }));
    // the last turn may go beyond the samples: rows have room for that
    const samples = sampleLoop(frame, 16 * side);
    samples.run(() => {
      const at = (row: Place, u: number): Place => shifted(samples.place(row), 16 * u);
      const values = mapBody(frame, block, (_, i) => {
        const its = operands[i] as Place | Bundle;
        return 'offset' in its ? range(side).map((u) => load(v, at(its, u))) : its;
      });
      for (const { value, place } of stores)
        eachOf([values[value] as Bundle, range(side)], (its, u) => keep(frame, at(place, u), its));
      if (sums.length === 0) return;
      const masks = tailsOf(frame, samples.offset, side);
      for (const { value, totals } of sums)
        eachOf([values[value] as Bundle, masks, range(side)], (its, mask, u) => {
          const total = totals[u % totals.length] as Vector;
          f.set(total, v.add(total, v.and(its, mask)));
        });
    });
    const totals = sums.map((its) => sumEach(v, [its.totals.reduce((a, b) => v.add(a, b))]));
    if (sums.length > 0) accumulate(frame, sumPlaces, totals, true);
  });
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
      f.get(local ?? zero, vector);
      f.simdMemory(v.lanes === 2 ? 0x57 : 0x56, offset, lane);
      vector = v.keep();
    }
    return vector;
  };

  rows.run(() => {
    const side = sideOf(frame, block);
    for (let u = 0; u < every; u += side) {
      const starts = range(Math.min(side, every - u)).map((i) => first + (u + i) * used);
      const values = mapBody(frame, block, (operand) => starts.map((row) => gather(operand, row)), used === 1);
      for (const its of block.stores)
        eachOf([values[its.value] as Bundle, starts], (value, row) => {
          if (hasStride(its.map, 1)) store(v, placeOf(its, row), value);
          else for (let lane = 0; lane < used; lane++) store(v, placeOf(its, row + lane), value, lane);
        });
    }
  });
}
