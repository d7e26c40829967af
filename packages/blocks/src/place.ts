import type { Program } from '@chainrule/core';
import type { Arrangement } from './arrange.ts';
import { type Units, unitKind } from './units.ts';

/** Which block computes each unit. Blocks are numbered in the order in which they run. */
export interface Placement {
  readonly count: number;
  readonly phase: Int32Array;
  /** The units of a block: `first[block]`, then `next[unit]` until −1. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly blockOf: Int32Array;
  /** 1 for what is read outside of the block that computes it. */
  readonly isKept: Uint8Array;
  /** The same for the groups of units. */
  readonly isHomeKept: Uint8Array;
}

/** Statements in a straight segment, and in a block of several rows. */
const [segmentLength, bodyLength] = [400, 60];

/**
 * Puts units into blocks. A unit joins the block of its latest operand, or the latest of as many rows, if that has room and
 * all that it reads there lies in its own row.
 */
export function placed(program: Program, units: Units, { sequence, place }: Arrangement): Placement {
  const { args, argStart } = program;
  const { count: unitCount, kind, phase, home, members, start, rows, of, absorbed } = units;
  const phaseOf = new Int32Array(unitCount);
  const rowsOf = new Int32Array(unitCount);
  const room = new Int32Array(unitCount);
  const first = new Int32Array(unitCount);
  const last = new Int32Array(unitCount);
  const next = new Int32Array(unitCount).fill(-1);
  const blockOf = new Int32Array(unitCount).fill(-1);
  const isKept = new Uint8Array(program.length);
  const isHomeKept = new Uint8Array(units.homes.length);
  const latestOf = new Map<number, number>(); // map blocks of the current phase by rows
  let reads = new Int32Array(16);
  let count = 0;
  let current = -1;

  /** Writes what instruction id reads to `reads`, looking into products inside of it. */
  const readsOf = (id: number): number => {
    const end = argStart[id + 1] as number;
    const most = 2 * (end - (argStart[id] as number));
    if (most > reads.length) reads = new Int32Array(2 * most);
    let n = 0;
    for (let i = argStart[id] as number; i < end; i++) {
      const arg = args[i] as number;
      if (absorbed[arg] === 1) {
        reads[n++] = args[argStart[arg] as number] as number;
        reads[n++] = args[(argStart[arg] as number) + 1] as number;
      } else reads[n++] = arg;
    }
    return n;
  };

  const blockWith = (id: number): number => {
    const unit = of[id] as number;
    return unit < 0 ? -1 : (blockOf[unit] as number);
  };

  /** The last of the blocks that unit u reads from. */
  const latestRead = (u: number, end: number): number => {
    let latest = -1;
    for (let i = start[u] as number; i < end; i++)
      for (let j = readsOf(members[i] as number) - 1; j >= 0; j--)
        latest = Math.max(latest, blockWith(reads[j] as number));
    return latest;
  };

  const fits = (u: number, block: number): boolean =>
    phaseOf[block] === phase[u] && rowsOf[block] === rows[u] && (room[block] as number) > 0;

  /** Whether row i of unit u reads from no other row of a block. */
  const isRowByRow = (u: number, end: number, block: number): boolean => {
    for (let i = start[u] as number; i < end; i++)
      for (let j = readsOf(members[i] as number) - 1; j >= 0; j--) {
        const read = reads[j] as number;
        if (blockWith(read) === block && place[read] !== i - (start[u] as number)) return false;
      }
    return true;
  };

  const opened = (u: number, isMap: boolean): number => {
    phaseOf[count] = phase[u] as number;
    rowsOf[count] = isMap ? (rows[u] as number) : 0;
    room[count] = rows[u] === 1 ? segmentLength : bodyLength;
    if (isMap) latestOf.set(rows[u] as number, count);
    first[count] = last[count] = -1;
    return count++;
  };

  const blockFor = (u: number, end: number): number => {
    const isMap = kind[u] === unitKind.map || kind[u] === unitKind.copy;
    if (!isMap) return opened(u, false);
    const isCopy = kind[u] === unitKind.copy;
    const latest = isCopy ? blockWith(members[start[u] as number] as number) : latestRead(u, end);
    if (latest >= 0 && fits(u, latest) && (rows[u] === 1 || isRowByRow(u, end, latest))) return latest;
    const recent = latestOf.get(rows[u] as number) ?? -1;
    return recent > latest && fits(u, recent) ? recent : opened(u, true);
  };

  const keep = (id: number, block: number): void => {
    const unit = of[id] as number;
    if (unit < 0 || blockOf[unit] === block) return;
    isKept[id] = 1;
    if ((home[unit] as number) >= 0) isHomeKept[home[unit] as number] = 1;
  };

  for (const u of sequence) {
    if (phase[u] !== current) latestOf.clear();
    current = phase[u] as number;
    const end = (start[u] as number) + (rows[u] as number);
    const block = blockFor(u, end);
    blockOf[u] = block;
    const before = last[block] as number;
    if (before < 0) first[block] = u;
    else next[before] = u;
    last[block] = u;
    room[block]!--;
    if (kind[u] === unitKind.copy) keep(members[start[u] as number] as number, block);
    else
      for (let i = start[u] as number; i < end; i++)
        for (let j = readsOf(members[i] as number) - 1; j >= 0; j--) keep(reads[j] as number, block);
  }
  return { count, phase: phaseOf, first, next, blockOf, isKept, isHomeKept };
}
