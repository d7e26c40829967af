import type { IndexMap } from '@chainrule/blocks';
import { type FunctionWriter, type } from './encoder.ts';

/** A local that holds an offset; none for 0. */
export type Offset = number | undefined;

/** An address: an offset + a number that is known. */
export interface Place {
  readonly local: Offset;
  readonly offset: number;
}

/** A loop in the making, with the byte offsets that go forward in it: asked for before it, or in its body. */
export interface Loop {
  /**
   * Where row i · every of a map is, for turn i of the loop, in rows of `rowBytes` from `address` on; `from` are the offsets of
   * the loops around it.
   */
  map(map: IndexMap, rowBytes: number, from?: readonly Offset[], every?: number, address?: number): Place;
  /** The sum of offsets, growing by `step` each turn. */
  offset(step: number, from: readonly Offset[], start?: number): Offset;
  /** Runs the body for each turn. */
  run(body: () => void): void;
}

/** Keeps the tables of a module: gives `values · scale + start` an address. */
export type Tables = (values: Int32Array, scale: number, start: number) => number;

/** A loop of so many turns; or, with a local, until that is reached by the offset `counter`, which grows by `step`. */
export function loop(
  f: FunctionWriter,
  tables: Tables,
  turns: number | { readonly counter: number; readonly step: number; readonly until: number },
): Loop {
  const count = typeof turns === 'number' ? turns : undefined;
  const known = new Map<string, number>();
  const before: (() => void)[] = [];
  const atStart: (() => void)[] = [];
  const after: (() => void)[] = [];

  const sum = (from: readonly Offset[], start: number): void => {
    f.i32(start);
    for (const local of from) plus(local);
  };
  const plus = (local: Offset): void => {
    if (local === undefined) return;
    f.get(local);
    f.op(0x6a);
  };
  const remembered = (key: string, make: (local: number) => void): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const local = f.local(type.i32);
    known.set(key, local);
    make(local);
    return local;
  };

  const offset = (step: number, all: readonly Offset[], start = 0): Offset => {
    const moves = count === 1 ? 0 : step; // one turn: nothing moves
    const from = all.filter((local) => local !== undefined);
    if (moves === 0 && start === 0 && from.length < 2) return from[0];
    return remembered(`${moves},${start},${from}`, (local) => {
      before.push(() => {
        sum(from, start);
        f.set(local);
      });
      if (moves !== 0) after.push(() => advance(f, local, moves));
    });
  };

  return {
    offset,
    map: (map, rowBytes, from = [], every = 1, around = 0) => {
      if (map.kind === 'affine') {
        const step = map.stride * rowBytes * every;
        const start = step < 0 ? -step * ((count as number) - 1) : 0; // an offset must not be negative
        const at = around + map.base * rowBytes - start;
        return { local: offset(step, from, start + Math.min(at, 0)), offset: Math.max(at, 0) };
      }
      const address = tables(map.table, rowBytes, around);
      const index = offset(4 * every, []);
      const local = remembered(`table ${address},${from}`, (its) =>
        atStart.push(() => {
          sum([index], 0);
          f.memory(0x28, address);
          for (const other of from) plus(other);
          f.set(its);
        }),
      );
      return { local, offset: 0 };
    },
    run: (body) => {
      const code = f.aside(body);
      for (const write of before) write();
      const turn = (): void => {
        for (const write of atStart) write();
        f.code.bytes(code);
        for (const write of after) write();
      };
      if (count === 1) turn();
      else if (typeof turns !== 'number')
        f.repeat(() => {
          turn();
          advance(f, turns.counter, turns.step);
          f.get(turns.counter);
          f.get(turns.until);
          f.op(0x49); // i32.lt_u
        });
      else {
        const left = f.local(type.i32);
        f.i32(turns);
        f.set(left);
        f.repeat(() => {
          turn();
          f.get(left);
          f.i32(1);
          f.op(0x6b);
          f.tee(left);
        });
      }
    },
  };
}

/** Adds to a local. */
export function advance(f: FunctionWriter, local: number, step: number): void {
  f.get(local);
  f.i32(step);
  f.op(0x6a);
  f.set(local);
}

/** A map without its first rows. */
export function skip(map: IndexMap, rows: number): IndexMap {
  return map.kind === 'affine'
    ? { ...map, base: map.base + rows * map.stride }
    : { kind: 'table', table: map.table.subarray(rows) };
}

/** A new local: the number at `table` + an offset, + another offset. */
export function entryPlus(f: FunctionWriter, table: number, entry: Offset, other: Offset): number {
  const local = f.local(type.i32);
  if (entry === undefined) f.i32(0);
  else f.get(entry);
  f.memory(0x28, table);
  if (other !== undefined) {
    f.get(other);
    f.op(0x6a);
  }
  f.set(local);
  return local;
}
