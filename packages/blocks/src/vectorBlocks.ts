import { fixedGroups, type OuterBlock, type Part } from './block.ts';
import type { Draft } from './draft.ts';
import { mapOf, mapOf2 } from './indexMap.ts';
import type { Locations } from './locate.ts';
import type { Vectors } from './vectors.ts';

/** Successive values of a list that are kept in one group. */
interface Run {
  readonly group: number;
  /** The place of the first in the list. */
  readonly from: number;
  readonly rows: Int32Array;
}

/** Cuts a list where the group changes. */
function runsOf({ group, row }: Locations, ids: Int32Array): Run[] {
  const runs: Run[] = [];
  for (let from = 0, end = 0; from < ids.length; from = end) {
    const its = group[ids[from] as number] as number;
    while (end < ids.length && group[ids[end] as number] === its) end++;
    runs.push({ group: its, from, rows: ids.subarray(from, end).map((id) => row[id] as number) });
  }
  return runs;
}

/** The parts of sums of one list times weights: one for each run of its values. */
export function listParts(draft: Draft, { termsOf }: Vectors, ids: Int32Array): Part[] {
  const terms = Array.from(ids, termsOf);
  return runsOf(draft, (terms[0] as (typeof terms)[0]).values).map(({ group, from, rows }) => {
    const count = rows.length;
    const weights = new Int32Array(ids.length * count);
    terms.forEach((its, i) => weights.set(its.weights.subarray(from, from + count), i * count));
    return { count, factors: [mapOf2(fixedGroups.parameters, weights, count), mapOf2(group, rows, count)] };
  });
}

/**
 * The blocks of an outer instruction: one for each pair of runs. The sum of a weight goes to the output that its slot has in
 * `rowOf`, where `outputs` gets the instruction.
 */
export function listOuters(
  draft: Draft,
  { pairsOf }: Vectors,
  id: number,
  rowOf: Int32Array,
  outputs: Int32Array,
): OuterBlock[] {
  const { a, b, weights } = pairsOf(id);
  return runsOf(draft, a).flatMap((left) =>
    runsOf(draft, b).map((right) => {
      const [rows, columns] = [left.rows.length, right.rows.length];
      const kept = new Int32Array(rows * columns);
      for (let i = 0; i < rows; i++) {
        const slots = weights[left.from + i] as Int32Array;
        for (let k = 0; k < columns; k++) {
          const to = rowOf[slots[right.from + k] as number] as number;
          kept[i * columns + k] = to;
          outputs[to] = id;
        }
      }
      return {
        kind: 'outer',
        rows,
        columns,
        a: { group: left.group, map: mapOf(left.rows) },
        b: { group: right.group, map: mapOf(right.rows) },
        store: mapOf2(fixedGroups.batchOutputs, kept, columns),
      };
    }),
  );
}
