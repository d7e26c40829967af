import type { Locations } from './locate.ts';

/** Successive values of a list that are kept in one group. */
export interface ListRun {
  readonly group: number;
  /** The place of the first in the list. */
  readonly from: number;
  readonly rows: Int32Array;
}

/** Cuts a list where the group changes. */
export function runsOf({ group, row }: Locations, ids: Int32Array): ListRun[] {
  const runs: ListRun[] = [];
  for (let from = 0, end = 0; from < ids.length; from = end) {
    const its = group[ids[from] as number] as number;
    while (end < ids.length && group[ids[end] as number] === its) end++;
    runs.push({ group: its, from, rows: ids.subarray(from, end).map((id) => row[id] as number) });
  }
  return runs;
}
