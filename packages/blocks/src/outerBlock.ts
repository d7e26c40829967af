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
  return draft.dense?.role[ids[0] as number] ? ofLists(draft, draft.dense, ids) : [ofGrid(draft, block)];
}

/** Of one outer instruction, or of all cells of one. */
function ofLists(draft: Draft, { role: roles, pairsOf, derivativeRow, slotOf }: Dense, ids: Int32Array): OuterBlock[] {
  const { program, group, row } = draft;
  const id = ids[0] as number;
  const isCells = roles[id] === role.cell;
  const { a, b, rows: slots } = pairsOf(isCells ? argOf(program, id, 0) : id);
  const rowOf = isCells ? new Int32Array(derivativeRow.length) : derivativeRow; // by slot
  if (isCells)
    for (const its of ids) rowOf[slotOf[argOf(program, its, 1) - program.slots] as number] = row[its] as number;
  return runsOf(draft, a).flatMap((left) =>
    runsOf(draft, b).map((right) => {
      const [rows, columns] = [left.rows.length, right.rows.length];
      const kept = new Int32Array(rows * columns);
      for (let i = 0; i < rows; i++)
        for (let k = 0; k < columns; k++)
          kept[i * columns + k] = rowOf[slots[left.from + i]?.[right.from + k] as number] as number;
      return {
        kind: 'outer',
        rows,
        columns,
        a: { group: left.group, map: mapOf(left.rows) },
        b: { group: right.group, map: mapOf(right.rows) },
        store: mapOf2(isCells ? (group[id] as number) : fixedGroups.batchOutputs, kept, columns),
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
