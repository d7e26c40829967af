import { argOf } from './arguments.ts';
import type { OuterBlock } from './block.ts';
import { type Draft, idsOf, mapFrom } from './draft.ts';
import { mapOf2 } from './indexMap.ts';
import type { Place } from './place.ts';

/** Writes an outer block: one factor of its products is the same along each row, the other along each column. */
export function outerBlock(draft: Draft, block: number): OuterBlock {
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
