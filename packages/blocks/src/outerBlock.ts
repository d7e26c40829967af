import { argOf } from './arguments.ts';
import type { Block, OuterBlock } from './block.ts';
import { fixedGroups } from './block.ts';
import { type Draft, idsOf, mapFrom } from './draft.ts';
import { mapOf, mapOf2 } from './indexMap.ts';
import { runsOf } from './listRuns.ts';
import type { Place } from './place.ts';
import { type Dense, role } from './vectors.ts';

/** Writes the outer blocks of a unit: one but for lists that are kept in several groups. */
export function outerBlocks(draft: Draft, block: number): Block[] {
  const ids = idsOf(draft, (draft.blocks[block] as Place).first);
  const id = ids[0] as number;
  return draft.dense?.role[id] === role.outer ? ofLists(draft, id) : [ofGrid(draft, block)];
}

function ofLists(draft: Draft, id: number): OuterBlock[] {
  const { a, b, outputs } = (draft.dense as Dense).pairsOf(id);
  return runsOf(draft, a).flatMap((left) =>
    runsOf(draft, b).map((right) => {
      const [rows, columns] = [left.rows.length, right.rows.length];
      const kept = Int32Array.from({ length: rows * columns }, (_, cell) => {
        const i = Math.floor(cell / columns);
        return outputs[(left.from + i) * b.length + right.from + cell - i * columns] as number;
      });
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

/** One factor of its products is the same along each row, the other along each column. */
function ofGrid(draft: Draft, block: number): OuterBlock {
  const { program, group, row } = draft;
  const u = (draft.blocks[block] as Place).first;
  const ids = idsOf(draft, u);
  const columns = draft.columns.get(u) as number;
  const rows = ids.length / columns;
  const factorOf = (cell: number, which: number): number =>
    argOf(program, argOf(program, ids[cell] as number, 0), which);
  const along = factorOf(0, 0) === factorOf(columns - 1, 0) ? 0 : 1;
  const operand = (count: number, step: number, which: number): OuterBlock['a'] => ({
    group: group[factorOf(0, which)] as number,
    map: mapFrom(
      draft,
      Int32Array.from({ length: count }, (_, i) => factorOf(i * step, which)),
    ),
  });
  return {
    kind: 'outer',
    rows,
    columns,
    a: operand(rows, columns, along),
    b: operand(columns, 1, 1 - along),
    store: mapOf2(
      group[ids[0] as number] as number,
      ids.map((id) => row[id] as number),
      columns,
    ),
  };
}
