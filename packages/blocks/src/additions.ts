import { type Block, type BlockProgram, fixedGroups, type Group } from './block.ts';
import { mapOf } from './indexMap.ts';
import { mapInto, type Rows, rowsOf } from './mapInto.ts';

/** What is added last to outputs of rank 0: row i of `of`, which may be outputs too, to output `to[i]`; blocks of `after` come before. */
export interface Addition {
  readonly of: Rows;
  readonly to: Int32Array;
  readonly after?: Block;
}

/** A block program of which outputs of rank 0 are sums of its own outputs; others stay, but those beyond the program's. */
export function withAdditions(blocks: BlockProgram, additions: readonly Addition[]): BlockProgram {
  if (additions.length === 0) return blocks;
  const { program, phases } = blocks;
  const { batchOutputs } = fixedGroups;
  const groups = [...blocks.groups];
  const before = groups.push(groups[batchOutputs] as Group) - 1;
  groups[batchOutputs] = { rows: program.outputs.length, rank: 0, ids: program.outputs };
  const moved = <T extends { readonly group: number }>(its: T): T =>
    its.group === batchOutputs ? { ...its, group: before } : its;
  const left = new Set(program.outputs.keys());
  const last = additions.flatMap(({ of, to, after }) => {
    for (const row of to) left.delete(row);
    const into = rowsOf(batchOutputs, mapOf(to));
    const sum = mapInto(into, to.length, [moved(of), moved(into)], [{ primitive: 'add', args: [0, 1] }]);
    return after ? [after, sum] : [sum];
  });
  const kept = rowsOf(batchOutputs, mapOf(Int32Array.from(left)));
  last.push(mapInto(kept, left.size, [moved(kept)], []));
  return {
    program,
    groups,
    phases: phases.map(({ rank, blocks: its }, p) => ({
      rank,
      blocks: [
        ...its.map(
          (block): Block =>
            block.kind === 'outer'
              ? { ...block, store: moved(block.store) }
              : block.kind === 'fold'
                ? { ...block, stores: block.stores.map(moved) }
                : { ...block, stores: block.stores.map(moved), sums: block.sums.map(moved) },
        ),
        ...(p === phases.length - 1 ? last : []),
      ],
    })),
  };
}
