import { firstPrimitive, type Program } from '@chainrule/core';
import { argOf, arityOf } from './arguments.ts';
import * as home from './home.ts';
import * as unitKind from './unitKind.ts';
import type { Units } from './units.ts';
import type { Usage } from './usage.ts';

/** The units in the order of their phases, and where each value stands. */
export interface Arrangement {
  /** Units in an order in which they can be computed, phase by phase. */
  readonly sequence: Int32Array;
  /** The phase in which each unit is computed. */
  readonly phase: Int32Array;
  /** The unit that computes each instruction; −1 for leaves and what is absorbed. */
  readonly of: Int32Array;
  /** Its row in the group where it is kept; 0 for scattered values, whose rows are not known yet. */
  readonly row: Int32Array;
}

/** Orders units, and inside a unit its instructions (`units.members` is sorted in place) so that what they read lies in order. `slotOf`: the rows of parameters. */
export function arrange(program: Program, units: Units, usage: Usage, slotOf?: Int32Array): Arrangement {
  const { length, op, slots, parameters } = program;
  const { count, kind, members, start, absorbed } = units;
  const { output, outputRow, isSum } = usage;

  // by phase, from the last that was made to the first; copies of computed values come at the end of their phase
  const phase = new Int32Array(count);
  const at = [0]; // by half phases; first, how many units the half before has
  const firstOf = (u: number): number => members[start[u] as number] as number;
  const halfOf = (u: number): number =>
    2 * (phase[u] as number) + (kind[u] === unitKind.copy && (op[firstOf(u)] as number) >= firstPrimitive ? 1 : 0);
  for (let u = 0; u < count; u++) {
    const id = firstOf(u);
    phase[u] = (usage.phase[id] as number) - (kind[u] === unitKind.copy ? 0 : (isSum[id] as number));
    const half = halfOf(u);
    while (at.length < half + 2) at.push(0);
    at[half + 1]!++;
  }
  for (let h = 1; h < at.length; h++) at[h]! += at[h - 1] as number;
  const sequence = new Int32Array(count);
  for (let u = count - 1; u >= 0; u--) sequence[at[halfOf(u)]!++] = u;

  const of = new Int32Array(length).fill(-1);
  const row = new Int32Array(length);
  const used = new Int32Array(units.homes);
  for (let id = 0; id < slots + parameters.length; id++)
    row[id] = id < slots ? id : (slotOf?.[id - slots] ?? id - slots);

  /** What instruction id reads as its first or last argument; of a product inside of it, factor `which`. */
  const readOf = (id: number, isLast: boolean, which: number): number => {
    const arg = argOf(program, id, isLast ? arityOf(program, id) - 1 : 0);
    return absorbed[arg] === 1 ? argOf(program, arg, which) : arg;
  };

  /** Sorts a unit by the rows of something that it reads at a different row for each instruction. */
  const sort = (ids: Int32Array): void => {
    const n = ids.length;
    const keys = new Float64Array(n);
    for (let attempt = 0; attempt < 4; attempt++) {
      for (let i = 0; i < n; i++) keys[i] = (row[readOf(ids[i] as number, attempt > 1, attempt & 1)] as number) * n + i;
      keys.sort();
      const rowAt = (i: number): number => Math.floor((keys[i] as number) / n);
      let i = 1;
      while (i < n && rowAt(i) !== rowAt(i - 1)) i++;
      if (i < n) continue;
      ids.set(Int32Array.from(keys, (key) => ids[key % n] as number));
      return;
    }
  };

  for (const u of sequence) {
    if (kind[u] === unitKind.copy) continue;
    const itsHome = units.home[u] as number;
    const ids = members.subarray(start[u], start[u + 1]);
    if (ids.length > 1 && itsHome !== home.output && kind[u] !== unitKind.outer) sort(ids);
    for (const id of ids) {
      of[id] = u;
      if (itsHome >= 0) row[id] = used[itsHome]!++;
      else if (itsHome === home.output) row[id] = outputRow[output[id] as number] as number;
    }
  }
  return { sequence, phase, of, row };
}
