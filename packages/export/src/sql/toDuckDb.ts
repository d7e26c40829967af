import type { Outputs } from '@chainrule/core';
import { duckdb } from './duckdb.ts';
import { queryText, type SqlQueryOptions } from './queryText.ts';

/**
 * A network as a query over a table, or a view of it, for DuckDB 1.2 or newer: what `toSql` gives for that dialect.
 * @throws ExportError for a name that the database does not take, an option that makes no sense, or a network that is too large.
 * @example toDuckDb({ celsius }, { from: 'weather' })
 */
export const toDuckDb = (outputs: Outputs, options: SqlQueryOptions): string => queryText(outputs, options, duckdb());
