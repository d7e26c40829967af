import type { Outputs } from '@chainrule/core';
import { postgres } from './postgres.ts';
import { queryText, type SqlQueryOptions } from './queryText.ts';

/**
 * A network as a query over a table, or a view of it, for PostgreSQL 12 or newer: what `toSql` gives for that dialect.
 * @throws ExportError for a name that the database does not take, an option that makes no sense, or a network that is too large.
 * @example toPostgres({ celsius }, { from: 'weather' })
 */
export const toPostgres = (outputs: Outputs, options: SqlQueryOptions): string =>
  queryText(outputs, options, postgres());
