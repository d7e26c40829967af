import { leafCode, type Program } from '@chainrule/core';
import type { Arrangement } from './arrange.ts';
import { fixedGroups, type Group } from './block.ts';
import type { Placement } from './place.ts';
import { home, type Units, unitKind } from './units.ts';

/** Where the value of each instruction is kept: `row[id]` of `group[id]`, which is −1 where it is not. */
export interface Locations {
  readonly groups: readonly Group[];
  readonly group: Int32Array;
  readonly row: Int32Array;
}

/** Makes the groups: those of a colour, and for each phase one of the scattered values that other blocks read. */
export function locate(
  program: Program,
  units: Units,
  { sequence, row }: Arrangement,
  placement: Placement,
): Locations {
  const { length, op, rank, outputs, slots, parameters } = program;
  const { kind, phase, members, start, rows } = units;
  const group = new Int32Array(length).fill(-1);
  const ids: (Int32Array | number[])[] = [];
  const leaves = new Int32Array(slots + parameters.length).map((_, id) => id);
  ids[fixedGroups.inputs] = leaves.subarray(0, slots);
  ids[fixedGroups.parameters] = leaves.subarray(slots);
  ids[fixedGroups.batchOutputs] = outputs.filter((id) => rank[id] === 0);
  ids[fixedGroups.sampleOutputs] = outputs.filter((id) => rank[id] === 1);
  const ranks: (0 | 1)[] = [1, 0, 0, 1];
  const groupOfHome = units.homes.map(() => -1);
  const scattered = new Map<number, number>(); // the group of each phase and rank
  const add = (itsIds: Int32Array | number[], itsRank: 0 | 1): number => {
    ranks.push(itsRank);
    return ids.push(itsIds) - 1;
  };

  const scatter = (id: number, key: number): void => {
    const at = scattered.get(key) ?? add([], rank[id] as 0 | 1);
    scattered.set(key, at);
    group[id] = at;
    row[id] = (ids[at] as number[]).push(id) - 1;
  };

  for (let id = 0; id < length; id++)
    if (op[id] === leafCode.input) group[id] = fixedGroups.inputs;
    else if (op[id] === leafCode.parameter) group[id] = fixedGroups.parameters;
  for (const u of sequence) {
    const first = members[start[u] as number] as number;
    const itsHome = units.home[u] as number;
    if (kind[u] === unitKind.copy) {
      if (units.rowed.has(first)) scatter(first, 0);
    } else if (itsHome === home.scattered) {
      for (let i = 0; i < (rows[u] as number); i++) {
        const id = members[(start[u] as number) + i] as number;
        if (placement.isKept[id] === 1) scatter(id, 2 * (phase[u] as number) + (rank[id] as number));
      }
    } else if (itsHome === home.output) {
      for (let i = 0; i < (rows[u] as number); i++)
        group[members[(start[u] as number) + i] as number] = fixedGroups.batchOutputs + (rank[first] as number);
    } else if (placement.isHomeKept[itsHome] === 1) {
      if (groupOfHome[itsHome] === -1)
        groupOfHome[itsHome] = add(new Int32Array(units.homes[itsHome] as number), rank[first] as 0 | 1);
      const its = groupOfHome[itsHome] as number;
      for (let i = 0; i < (rows[u] as number); i++) {
        const id = members[(start[u] as number) + i] as number;
        group[id] = its;
        (ids[its] as Int32Array)[row[id] as number] = id;
      }
    }
  }
  return {
    groups: ids.map((its, g) => ({
      rows: its.length,
      rank: ranks[g] as 0 | 1,
      ids: its instanceof Int32Array ? its : Int32Array.from(its),
    })),
    group,
    row,
  };
}
