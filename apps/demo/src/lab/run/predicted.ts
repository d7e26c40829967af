import type { Table } from '../data/labData.ts';
import { whenWritten } from '../worker/whenWritten.ts';
import type { Session } from './session.ts';

const known = whenWritten(() => new Map<Table, readonly Float64Array[]>());

/** What the network says of rows of the data, worked out once for all who ask until a parameter changes. */
export function predicted(session: Session, table: Table): readonly Float64Array[] {
  const tables = known(session);
  const columns = tables.get(table) ?? session.predict(table);
  tables.set(table, columns);
  return columns;
}
