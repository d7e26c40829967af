import type { FoldBlock, IndexMap, Part } from '@chainrule/blocks';
import { type } from './encoder.ts';
import { type Frame, load, multiplyAdd, shifted, store } from './frame.ts';
import { entryPlus, type Loop, loop, type Place, skip } from './loop.ts';
import { emitters, identities } from './primitives.ts';
import { sampleLoop } from './sampleLoop.ts';
import type { Vector } from './vectors.ts';

/** Rows × vectors that are summed together, so that each number loaded is used more than once. */
const tile = { rows: 4, vectors: 2 } as const;

/** Terms in a turn of a loop: the more, the less there is to count. */
const together = 8;

/** The code of a fold: for each tile of rows and samples a loop over the arguments, with the results in registers. */
export function emitFold(frame: Frame, block: FoldBlock): void {
  const high = block.rows >= tile.rows && isRegular(block) ? tile.rows : 1;
  const tiles = Math.floor(block.rows / high);
  emitRows(frame, block, 0, high, tiles);
  if (tiles * high < block.rows) emitRows(frame, block, tiles * high, 1, block.rows - tiles * high);
}

/** Whether row i + 1 is at a known distance from row i in all that is read and written. */
const isRegular = ({ parts, stores }: FoldBlock): boolean =>
  stores.every(({ map }) => map.kind === 'affine') &&
  parts.every(({ factors }) => factors.every((factor) => factor.kind === 'separable' && factor.row.kind === 'affine'));

/** What a loop over rows reads or writes: the samples, or the one number, at `place`, of the next row `next` bytes on. */
interface Strip {
  readonly rank: 0 | 1;
  readonly place: Place;
  readonly next: number;
}

/** A factor of a part, in a loop over rows: where, in each turn of a loop over terms, the strip of a term is. */
type Factor = (terms: Loop, every: number, term: number, samples: Samples) => () => Strip;

/** Where the samples of a strip are, at the present place of the loop over them. */
type Samples = (place: Place, rank: 0 | 1) => Place;

/** `turns` tiles of `high` rows each, from row `first` on. */
function emitRows(frame: Frame, block: FoldBlock, first: number, high: number, turns: number): void {
  const { f, v, tables } = frame;
  const wide = block.rank === 1 ? tile.vectors : 1;
  const rows = loop(f, tables, turns);

  const strip = (group: number, map: IndexMap): Strip => {
    const { rank, address, rowBytes } = frame.rows(group);
    const { local, offset } = rows.map(skip(map, first), rowBytes, [], high);
    return {
      rank,
      place: { local, offset: address + offset },
      next: map.kind === 'affine' ? map.stride * rowBytes : 0,
    };
  };
  const factorOf = (operand: Part['factors'][number], count: number): Factor => {
    const { rank, address, rowBytes } = frame.rows(operand.group);
    if (operand.kind === 'separable') {
      const start = strip(operand.group, operand.row);
      return (terms, every, term, samples) => {
        const { local, offset } = samples(start.place, rank);
        const place = terms.map(skip(operand.term, term), rowBytes, [local], every, offset);
        return () => ({ ...start, place });
      };
    }
    const entries = tables(operand.table.subarray(first * count), rowBytes, 0);
    const start = rows.offset(4 * count, []);
    return (terms, every, term, samples) => {
      const entry = terms.offset(4 * every, [start]);
      const sample = samples({ local: undefined, offset: address }, rank);
      return () => ({
        rank,
        next: 0,
        place: { local: entryPlus(f, entries + 4 * term, entry, sample.local), offset: address },
      });
    };
  };
  const parts = block.parts.map(({ count, factors }) => ({
    count,
    factors: factors.map((operand) => factorOf(operand, count)),
  }));
  const stores = block.stores.map(({ group, map }) => strip(group, map));

  const compute = (samples: Samples): void => {
    const results = range(high).map(() => range(wide).map(() => f.local(type.v128)));
    for (const result of results.flat()) {
      f.get(v.constant(identities[block.primitive]));
      f.set(result);
    }
    const addTerm = (strips: readonly Strip[]): void => {
      const loaded = strips.map((strip) => loadTile(frame, strip, high, wide));
      results.forEach((row, r) =>
        row.forEach((result, c) => {
          const [a, b] = loaded.map((vectors) => (vectors[r] as Vector[])[c]) as [Vector, Vector?];
          f.get(b === undefined ? emitters[block.primitive](frame, result, a, a) : multiplyAdd(frame, a, b, result));
          f.set(result);
        }),
      );
    };
    /** `turns` turns of `every` terms each, from term `from` on. */
    const addTerms = (factors: readonly Factor[], from: number, every: number, turns: number): void => {
      const terms = loop(f, tables, turns);
      const strips = range(every).map((u) => factors.map((factor) => factor(terms, every, from + u, samples)));
      terms.run(() => {
        for (const of of strips) addTerm(of.map((strip) => strip()));
      });
    };
    for (const { count, factors } of parts) {
      const every = Math.min(count, together);
      const rest = count % every;
      addTerms(factors, 0, every, (count - rest) / every);
      if (rest > 0) addTerms(factors, count - rest, 1, rest);
    }
    for (const { place, rank, next } of stores)
      results.forEach((row, r) =>
        row.forEach((result, c) =>
          store(v, shifted(samples(place, rank), r * next + c * 16), result, rank === 0 ? 0 : undefined),
        ),
      );
  };

  rows.run(() => {
    if (block.rank === 0 ? 0 : undefined) {
      compute((place) => place);
      return;
    }
    const samples = sampleLoop(frame, 16 * wide);
    samples.run(() => compute((place, rank) => (rank === 1 ? samples.place(place) : place)));
  });
}

/** The vectors of a factor for each row and column of a tile; what is the same is loaded once. */
function loadTile({ v }: Frame, { rank, place, next }: Strip, high: number, wide: number): Vector[][] {
  const row = (r: number): Vector[] =>
    rank === 0
      ? new Array<Vector>(wide).fill(load(v, shifted(place, r * next), true))
      : range(wide).map((c) => load(v, shifted(place, r * next + c * 16)));
  return next === 0 ? new Array<Vector[]>(high).fill(row(0)) : range(high).map(row);
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
