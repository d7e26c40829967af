import { interpreter, lower, type Node } from '@chainrule/core';
import { columnsBySlot } from '../data/columnsBySlot.ts';
import type { Table } from '../data/labData.ts';
import type { Split } from '../data/split.ts';

/** Nodes as a function of a table of some data: a column for each. Interpreted, which needs little script: a run has its nodes compiled. */
export function interpreted(nodes: readonly Node[], data: Split): (table: Table) => readonly Float64Array[] {
  const program = lower(nodes);
  const machine = interpreter(program);
  return (table) => {
    const { count } = table;
    const columns = nodes.map(() => new Float64Array(count));
    if (count > 0) machine.run(columnsBySlot(program, table, data), count, columns);
    columns.forEach((column, i) => {
      if (program.rank[program.outputs[i] as number] === 0) column.fill(column[0] as number); // the same for all rows
    });
    return columns;
  };
}
