import type { FoldBlock, IndexMap } from '@chainrule/blocks';
import { type } from './encoder.ts';
import { addProducts, type Frame, keep, load, type Strip, shifted, splat, strip } from './frame.ts';
import { inTiles, type Loop, loop, type Place, range, skip } from './loop.ts';
import { emit, identities } from './primitives.ts';
import { sampleLoop } from './sampleLoop.ts';
import type { Vector } from './vectors.ts';

/** Rows × vectors that are summed together, so that each number loaded is used more than once; more rows where they are fused. */
const tileRows = 5;
const tileRowsFused = 6;
const tileVectors = 2;

/** Terms in a turn of a loop: the more, the less there is to count. */
const together = 8;

/** The code of a fold: for each tile of rows and samples a loop over the arguments, with the results in registers. */
export function emitFold(frame: Frame, block: FoldBlock): void {
  const most = isRegular(block) ? (frame.fast ? tileRowsFused : tileRows) : 1;
  inTiles(block.rows, most, (...tiles) => emitRows(frame, block, ...tiles));
}

/** Whether row i + 1 is a known way ahead of row i in all that is read and written. */
const isRegular = ({ parts, stores }: FoldBlock): boolean =>
  stores.every(({ map }) => map.kind === 'affine') &&
  parts.every(({ factors }) =>
    factors.every((factor) => factor.kind === 'separable' && factor.row.kind === 'affine' && factor.row.stride >= 0),
  );

const first: IndexMap = { kind: 'affine', base: 0, stride: 0 };

/** `turns` tiles of `high` rows each, from row `start` on. */
function emitRows(frame: Frame, block: FoldBlock, start: number, high: number, turns: number): void {
  const { f, v } = frame;
  const wide = block.rank === 1 ? tileVectors : 1;
  const rows = loop(frame, turns);
  const stripOf = (group: number, map: IndexMap): Strip => strip(frame, rows, { group, map: skip(map, start) }, high);

  rows.run(() => {
    const samples = sampleLoop(frame, 16 * wide);
    const at = ({ rank, place }: Strip): Place => (rank === 1 ? samples.place(place) : place);
    const parts = block.parts.map(({ count, factors }) => ({
      count,
      /** Term `from` and each `every`-th after it of each factor, in a loop over terms. */
      factors: factors.map((operand) => {
        const isTable = operand.kind === 'table';
        const its = stripOf(operand.group, isTable ? first : operand.row);
        const map = isTable ? skip(operand, start * count) : operand.term;
        const entry = isTable ? rows.offset(4 * count, []) : undefined;
        return (terms: Loop, from: number, every: number): Strip => ({
          ...its,
          place: terms.map(at(its), skip(map, from), its.rowBytes, every, entry),
        });
      }),
    }));
    const stores = block.stores.map(({ group, map }) => stripOf(group, map));

    samples.run(() => {
      const results = range(high).map(() =>
        range(wide).map(() => f.keep(type.v128, v.constant(identities[block.primitive]))),
      );
      const addTerm = (strips: readonly Strip[]): void => {
        const shared = strips.map((its) => (its.next === 0 ? loadRow(frame, its, 0, wide) : undefined));
        results.forEach((row, r) => {
          const [a, b] = strips.map((its, i) => shared[i] ?? loadRow(frame, its, r, wide)) as [Vector[], Vector[]?];
          if (b !== undefined) addProducts(frame, row, a, b);
          else row.forEach((result, c) => f.set(result, emit(frame, block.primitive, [result, a[c] as Vector])));
        });
      };
      for (const { count, factors } of parts)
        inTiles(count, together, (from, every, turns) => {
          const terms = loop(frame, turns);
          terms.run(() => {
            for (let u = 0; u < every; u++) addTerm(factors.map((factor) => factor(terms, from + u, every)));
          });
        });
      for (const its of stores)
        results.forEach((row, r) =>
          row.forEach((result, c) =>
            keep(frame, shifted(at(its), r * its.next + c * 16), result, its.rank === 0 ? 0 : undefined),
          ),
        );
    });
  });
}

/** The vectors of a factor for row r of a tile. */
function loadRow({ v }: Frame, { rank, place, next }: Strip, r: number, wide: number): Vector[] {
  if (rank === 1) return range(wide).map((c) => load(v, shifted(place, r * next + c * 16)));
  return new Array<Vector>(wide).fill(splat(v, place, r * next));
}
