import type { IndexMap } from '@chainrule/blocks';
import { type FunctionWriter, type } from './encoder.ts';
import { once } from './once.ts';
import { isLess, read, sum, type Whole, word, zero } from './whole.ts';

/** A local that holds an offset; none for 0. */
type Offset = number | undefined;

/** An address: an offset + a number that is known. */
export interface Place {
  readonly local?: Offset;
  readonly offset: number;
}

/**
 * A loop in the making, with the byte offsets that go forward in it: asked for before it, or in its body, but not where that only
 * sometimes runs.
 */
export interface Loop {
  /**
   * Where row i · every of a map is, for turn i of the loop, in rows of `rowBytes` from a place on; in a table, `entry` bytes
   * after that.
   */
  map(from: Place, map: IndexMap, rowBytes: number, every?: number, entry?: Offset): Place;
  /** The sum of offsets, growing by `step` each turn. */
  offset(step: number, from: readonly Offset[], start?: number): Offset;
  /** Runs the body for each turn. */
  run(body: () => void): void;
}

/** Keeps the tables of a module: gives `values · scale` an address. */
export type Tables = (values: Int32Array, scale: number) => number;

/** A loop of so many turns; or, with a local, until that is reached by the offset `counter`, which grows by `step`. */
export function loop(
  { f, table: tableOf }: { readonly f: FunctionWriter; readonly table: Tables },
  turns: number | { readonly counter: number; readonly step: number; readonly until: number },
): Loop {
  const count = typeof turns === 'number' ? turns : undefined;
  const known = new Map<string, number>();
  const before: (() => void)[] = [];
  const atStart: (() => void)[] = [];
  const after: (() => void)[] = [];
  let isInside = false;

  const remembered = (key: string, make: (local: number) => void): number =>
    once(known, key, () => {
      const local = f.local(type.i32);
      make(local);
      return local;
    });

  const offset = (step: number, all: readonly Offset[], start = 0): Offset => {
    const moves = count === 1 ? 0 : step; // one turn: nothing moves
    const from = all.filter((local) => local !== undefined);
    if (moves === 0 && start === 0 && from.length < 2) return from[0];
    return remembered(`${moves},${start},${from}`, (local) => {
      before.push(() => f.set(local, from.reduce<Whole>(sum, word(start))));
      if (moves !== 0) after.push(() => advance(f, local, moves));
    });
  };

  return {
    offset,
    map: (from, map, rowBytes, every = 1, entry = undefined) => {
      if (map.kind === 'affine') {
        const step = map.stride * rowBytes * every;
        const start = step < 0 ? -step * ((count as number) - 1) : 0; // an offset must not be negative
        const at = from.offset + map.base * rowBytes - start;
        return { local: offset(step, [from.local], start + Math.min(at, 0)), offset: Math.max(at, 0) };
      }
      const table = tableOf(map.table, rowBytes);
      const index = offset(4 * every, [entry]);
      const local = remembered(`table ${[table, index, from.local, from.offset]}`, (its) => {
        // with the offset, since a table may have negative numbers
        const write = (): void =>
          f.set(its, sum(sum(read(index ?? zero, table), word(from.offset)), from.local ?? zero));
        if (isInside) write();
        else atStart.push(write);
      });
      return { local, offset: 0 };
    },
    run: (body) => {
      isInside = true;
      const code = f.aside(body);
      for (const write of before) write();
      const turn = (): void => {
        for (const write of atStart) write();
        f.append(code);
        for (const write of after) write();
      };
      if (count === 1) turn();
      else if (typeof turns !== 'number')
        f.repeat(() => {
          turn();
          advance(f, turns.counter, turns.step);
          f.get(isLess(turns.counter, turns.until));
        });
      else {
        const left = f.keep(type.i32, word(turns));
        f.repeat(() => {
          turn();
          advance(f, left, -1);
          f.get(left);
        });
      }
    },
  };
}

/** Adds to a local. */
const advance = (f: FunctionWriter, local: number, step: number): void => f.set(local, sum(local, word(step)));

/** A map without its first rows. */
export function skip(map: IndexMap, rows: number): IndexMap {
  return map.kind === 'affine'
    ? { ...map, base: map.base + rows * map.stride }
    : { kind: 'table', table: map.table.subarray(rows) };
}

/** Goes through `count` things in tiles of `most` or fewer, as equal as can be: the first have one more than the others. */
export function inTiles(count: number, most: number, use: (from: number, size: number, turns: number) => void): void {
  const tiles = Math.ceil(count / most);
  const more = count % tiles;
  const size = (count - more) / tiles;
  if (more > 0) use(0, size + 1, more);
  use(more * (size + 1), size, tiles - more);
}

/** The numbers 0 … n − 1. */
export const range = (n: number): number[] => [...new Array(n).keys()];
