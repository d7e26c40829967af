import { type Block, type BlockProgram, fixedGroups, rowOf } from '@chainrule/blocks';
import { knownValues } from '../terms.ts';
import { type BodyRule, knownGroups, merged } from './body.ts';
import type { Language } from './language.ts';
import { blockCode } from './loops.ts';
import type { Places } from './places.ts';
import { rowOf2 } from './reader.ts';
import type { Tables } from './tables.ts';

/**
 * A program over a batch whose outputs are of rank 0, as code: what runs once, then for each row, then once. Arrays: `p` the parameters,
 * `x` the row, `m` the values of a row, `u` those of the batch, `e` what a row adds to the sums of the batch; `n` is the number of rows.
 */
export interface BatchBody {
  readonly before: readonly (readonly string[])[];
  readonly each: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
  /** Numbers in `m`, and in `u` and `e`. */
  readonly memory: number;
  readonly uniform: number;
  /** The places in `u` that are sums over the batch. */
  readonly sums: readonly number[];
  /** Where in `u` the outputs begin. */
  readonly outputs: number;
}

/** Prints a program over a batch; undefined if a value per row waits for a sum over the batch. */
export function batchBody(
  blocks: BlockProgram,
  language: Language,
  { largest, longest }: BodyRule,
  tables: Tables,
  fresh: Places['fresh'],
): BatchBody | undefined {
  const { program, groups, phases } = blocks;
  const middle = phases.findIndex(({ rank, blocks: its }) => rank === 1 && its.length > 0);
  if (phases.some(({ rank, blocks: its }, i) => i > middle && rank === 1 && its.length > 0)) return undefined;
  const known = knownGroups(blocks, knownValues(program, false));
  let [memory, uniform] = [0, 0];
  const arrays = groups.map(({ rank, rows }, group) => {
    if (group === fixedGroups.inputs) return { name: 'x', offset: 0 };
    if (group === fixedGroups.parameters) return { name: 'p', offset: 0 };
    if (rank === 1) {
      memory += rows;
      return { name: 'm', offset: memory - rows };
    }
    uniform += rows;
    return { name: 'u', offset: uniform - rows };
  });
  const array: Places['array'] = (group) => arrays[group] as (typeof arrays)[number];
  const around = (rank: number): Places => ({
    known: (group) => known[group],
    array,
    sums: (group) => ({ ...array(group), name: 'e' }),
    memory: (place) => (rank === 1 ? `m[${memory + place}]` : `u[${uniform + place}]`),
    take: (places) => {
      if (rank === 1) memory += places;
      else uniform += places;
    },
    tables,
    fresh,
    largest,
  });
  const printed = phases.map(({ rank, blocks: its }) =>
    its.flatMap((block) => blockCode(block, language, around(rank))),
  );
  const sums = phases
    .flatMap(({ blocks: its }) => its.flatMap(sumsOf))
    .map(([group, row]) => array(group).offset + row);
  return {
    before: merged(printed.slice(0, middle).flat(), longest),
    each: merged(printed[middle] ?? [], longest),
    after: merged(printed.slice(middle + 1).flat(), longest),
    memory,
    uniform,
    sums: [...new Set(sums)].sort((a, b) => a - b),
    outputs: array(fixedGroups.batchOutputs).offset,
  };
}

/** The rows of groups that a block sums over the batch. */
function sumsOf(block: Block): (readonly [group: number, row: number])[] {
  const rows = Array.from({ length: block.rows }, (_, i) => i);
  if (block.kind === 'fold') return [];
  if (block.kind === 'map')
    return block.sums.flatMap(({ group, map }) => rows.map((i) => [group, rowOf(map, i)] as const));
  const { store, columns } = block;
  return rows.flatMap((i) =>
    Array.from({ length: columns }, (_, k) => [store.group, rowOf2(store, i, k, columns)] as const),
  );
}
