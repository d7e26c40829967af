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
  { length, rank, slots, parameters, outputs }: Program,
  { kind, members, start, home: homeOf, rowed }: Units,
  { sequence, phase, row }: Arrangement,
  { isKept, isHomeKept }: Placement,
  { outputRows }: Usage,
  parameterRows: number,
): Locations {
  const leaves = slots + parameters.length;
  const group = new Int32Array(length).fill(-1);
  group.fill(fixedGroups.inputs, 0, slots).fill(fixedGroups.parameters, slots, leaves);
  const rows = [slots, parameterRows, ...outputRows];
  const ranks = [1, 0, 0, 1];
  const leafIds = Array.from({ length: leaves }, (_, id) => id);
  const outputIds = [0, 1].map((its) => Array.from(outputs).filter((id) => rank[id] === its));
  const ids = [leafIds.slice(0, slots), leafIds.slice(slots), ...outputIds];
  /** The groups that were made, by home, or for scattered values by −1 − phase and rank. */
  const known = new Map<number, number>();

  for (let s = 0; s < sequence.length; s++) {
    const u = sequence[s] as number;
    const from = start[u] as number;
    const first = members[from] as number;
    const itsRank = rank[first] as number;
    const itsHome = homeOf[u] as number;
    const isCopy = kind[u] === unitKind.copy;
    let at: number | undefined = fixedGroups.batchOutputs + itsRank;
    if (itsHome !== home.output) {
      if (itsHome >= 0 ? isHomeKept[itsHome] === 0 : isCopy ? !rowed.has(first) : isKept[u] === 0) continue;
      const key = itsHome >= 0 ? itsHome : isCopy ? -1 : -1 - 2 * (phase[u] as number) - itsRank;
      at = known.get(key);
      if (at === undefined) {
        at = rows.push(0) - 1;
        ids.push([]);
        known.set(key, at);
        ranks.push(itsRank);
      }
    }
    for (let i = from; i < (start[u + 1] as number); i++) {
      const id = members[i] as number;
      group[id] = at;
      if (itsHome === home.output) continue;
      row[id] = rows[at]!++;
      ids[at]?.push(id);
    }
  }
  return {
    groups: rows.map((its, g) => ({ rows: its, rank: ranks[g] as 0 | 1, ids: Int32Array.from(ids[g] as number[]) })),
    group,
    row,
  };
}
