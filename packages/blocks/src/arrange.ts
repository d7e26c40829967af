import { firstPrimitive, leafCode, type Program } from '@chainrule/core';
import { home, type Units, unitKind } from './units.ts';
import type { Usage } from './usage.ts';

/** The units in the order of their phases, and where each value stands. */
export interface Arrangement {
  /** Units in an order in which they can be computed, phase by phase. */
  readonly sequence: Int32Array;
  /** The place of each instruction in its unit. */
  readonly place: Int32Array;
  /** Its row in the group where it is kept; 0 for scattered values, whose rows are not known yet. */
  readonly row: Int32Array;
}

/** Orders units, and inside a unit its instructions (`units.members` is sorted in place) so that what they read lies in order. */
export function arrange(program: Program, units: Units, { output, outputRow }: Usage): Arrangement {
  const { length, op, aux, args, argStart } = program;
  const { members, start, rows, absorbed } = units;
  const sequence = inPhases(program, units);
  const place = new Int32Array(length);
  const row = new Int32Array(length);
  const used = new Int32Array(units.homes.length);
  for (let id = 0; id < length; id++)
    if ((op[id] as number) < firstPrimitive && op[id] !== leafCode.constant) row[id] = aux[id] as number;

  /** What instruction id reads as its first or last argument; of a product inside of it, factor `which`. */
  const readOf = (id: number, isLast: boolean, which: number): number => {
    const arg = args[isLast ? (argStart[id + 1] as number) - 1 : (argStart[id] as number)] as number;
    return absorbed[arg] === 1 ? (args[(argStart[arg] as number) + which] as number) : arg;
  };

  /** Sorts a unit by the rows of something that it reads at a different row for each instruction. */
  const sort = (ids: Int32Array): void => {
    for (let attempt = 0; attempt < 4; attempt++) {
      const rowOf = (id: number): number => row[readOf(id, attempt > 1, attempt & 1)] as number;
      if (ids.length > 1 && rowOf(ids[0] as number) === rowOf(ids[1] as number)) continue;
      const keys = Float64Array.from(ids, (id, i) => rowOf(id) * ids.length + i).sort();
      const sorted = Int32Array.from(keys, (key) => ids[key % ids.length] as number);
      if (sorted.some((id, i) => i > 0 && rowOf(id) === rowOf(sorted[i - 1] as number))) continue;
      ids.set(sorted);
      return;
    }
  };

  for (const u of sequence) {
    if (units.kind[u] === unitKind.copy) continue;
    const itsHome = units.home[u] as number;
    if (rows[u] === 1 && itsHome === home.scattered) continue;
    const ids = members.subarray(start[u], (start[u] as number) + (rows[u] as number));
    if (ids.length > 1 && itsHome !== home.output && units.kind[u] !== unitKind.outer) sort(ids);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      place[id] = i;
      if (itsHome >= 0) row[id] = used[itsHome]!++;
      else if (itsHome === home.output) row[id] = outputRow[output[id] as number] as number;
    }
  }
  return { sequence, place, row };
}

/** Units by phase, from the last that was made to the first; copies of computed values come at the end of their phase. */
function inPhases({ op }: Program, { count, kind, phase, members, start }: Units): Int32Array {
  const slot = (u: number): number =>
    2 * (phase[u] as number) +
    (kind[u] === unitKind.copy && (op[members[start[u] as number] as number] as number) >= firstPrimitive ? 1 : 0);
  let slots = 0;
  for (let u = 0; u < count; u++) slots = Math.max(slots, slot(u) + 1);
  const at = new Int32Array(slots + 1);
  for (let u = 0; u < count; u++) at[slot(u) + 1]!++;
  for (let s = 0; s < slots; s++) at[s + 1]! += at[s] as number;
  const sequence = new Int32Array(count);
  for (let u = count - 1; u >= 0; u--) sequence[at[slot(u)]!++] = u;
  return sequence;
}
