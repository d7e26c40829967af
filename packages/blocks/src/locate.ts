import type { Program } from '@chainrule/core';
import type { Arrangement } from './arrange.ts';
import { fixedGroups, type Group } from './block.ts';
import type { Placement } from './place.ts';
import { home, type Units, unitKind } from './units.ts';
import type { Usage } from './usage.ts';

/** Where the value of each instruction is kept: `row[id]` of `group[id]`, which is −1 where it is not. */
export interface Locations {
  readonly groups: readonly Group[];
  readonly group: Int32Array;
  readonly row: Int32Array;
}

/** Makes the groups: those of a colour, and for each phase one of the scattered values that other blocks read. */
export function locate(
  { length, rank, slots, parameters }: Program,
  { kind, members, start, home: homeOf, homes, rowed }: Units,
  { sequence, phase, row }: Arrangement,
  { isKept, isHomeKept }: Placement,
  { ranked }: Usage,
): Locations {
  const leaves = slots + parameters.length;
  const group = new Int32Array(length).fill(-1);
  group.fill(fixedGroups.inputs, 0, slots).fill(fixedGroups.parameters, slots, leaves);
  const leafIds = new Int32Array(leaves);
  for (let id = 0; id < leaves; id++) leafIds[id] = id;
  const ids: (Int32Array | number[])[] = [leafIds.subarray(0, slots), leafIds.subarray(slots), ...ranked];
  const ranks: (0 | 1)[] = [1, 0, 0, 1];
  /** The groups that were made, by home, or for scattered values by −1 − phase and rank. */
  const known = new Map<number, number>();
  const groupAt = (key: number, first: number): number => {
    const at = known.get(key) ?? ids.push(key < 0 ? [] : new Int32Array(homes[key] as number)) - 1;
    known.set(key, at);
    ranks[at] = rank[first] as 0 | 1;
    return at;
  };

  for (const u of sequence) {
    const from = start[u] as number;
    const first = members[from] as number;
    const itsHome = homeOf[u] as number;
    const isCopy = kind[u] === unitKind.copy;
    let at: number;
    if (itsHome >= 0) {
      if (isHomeKept[itsHome] === 0) continue;
      at = groupAt(itsHome, first);
    } else if (itsHome === home.output) at = fixedGroups.batchOutputs + (rank[first] as number);
    else {
      if (isCopy ? !rowed.has(first) : isKept[u] === 0) continue;
      at = groupAt(isCopy ? -1 : -1 - 2 * (phase[u] as number) - (rank[first] as number), first);
    }
    const its = ids[at] as Int32Array | number[];
    for (let i = from; i < (start[u + 1] as number); i++) {
      const id = members[i] as number;
      group[id] = at;
      if (itsHome === home.scattered) row[id] = (its as number[]).push(id) - 1;
      else if (itsHome >= 0) its[row[id] as number] = id;
    }
  }
  return {
    groups: ids.map((its, g) => ({
      rows: its.length,
      rank: ranks[g] as 0 | 1,
      ids: Array.isArray(its) ? Int32Array.from(its) : its,
    })),
    group,
    row,
  };
}
