import type { Table } from './labData.ts';
import type { Split } from './split.ts';

type Columns = Readonly<Record<string, Float64Array | Float64Array[]>>;

const known = new WeakMap<Table, Columns>();

/** A part of the data as the library takes it: a column for each input, the target among them. Made once for each table. */
export function columnsOf(data: Split, table: Table): Columns {
  const columns = known.get(table) ?? made(data, table);
  known.set(table, columns);
  return columns;
}

function made({ vector, features, targetName }: Split, table: Table): Columns {
  const columns: Record<string, Float64Array | Float64Array[]> = { [targetName]: table.target };
  if (vector === undefined)
    features.forEach((name, i) => {
      columns[name] = table.inputs[i] as Float64Array;
    });
  else
    columns[vector] = Array.from({ length: table.count }, (_, row) =>
      Float64Array.from(table.inputs, (column) => column[row] as number),
    );
  return columns;
}
