import type { Outputs } from '@chainrule/core';
import { queryText, type SqlQueryOptions } from './queryText.ts';
import { sqlite } from './sqlite.ts';

/**
 * A network as a query over a table, or a view of it, for SQLite 3.35 or newer: what `toSql` gives for that dialect.
 * @throws ExportError for a name that the database does not take, an option that makes no sense, or a network that is too large.
 * @example toSqlite({ celsius }, { from: 'weather' })
 */
export const toSqlite = (outputs: Outputs, options: SqlQueryOptions): string => queryText(outputs, options, sqlite());
