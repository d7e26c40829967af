import { describe, type Outputs } from '@chainrule/core';
import { ExportError } from '../errors.ts';
import type { SqlFunctionOptions } from './model.ts';
import type { SqlQueryOptions } from './queryText.ts';
import { toDuckDb } from './toDuckDb.ts';
import { toDuckDbMacro } from './toDuckDbMacro.ts';
import { toPostgres } from './toPostgres.ts';
import { toPostgresFunction } from './toPostgresFunction.ts';
import { toSqlite } from './toSqlite.ts';

/** Options of `toSql`. */
export interface SqlOptions extends Omit<SqlQueryOptions, 'form' | 'from'> {
  /** Whose SQL: `'postgres'` (default, 12 or newer), `'duckdb'` (1.2 or newer) or `'sqlite'` (3.35 or newer, with its mathematical functions). */
  readonly dialect?: 'postgres' | 'duckdb' | 'sqlite';
  /**
   * `'select'` (default): a query that gives the outputs for each row of a table. `'view'`: a view of that query. `'function'`: in
   * PostgreSQL a function of numbers, one for each input in order; in DuckDB a macro that takes the name of a table and gives
   * its rows with the outputs beside them; SQLite has none.
   */
  readonly form?: 'select' | 'view' | 'function';
  /** The table, or view, that holds the inputs in columns; `['schema', 'table']` in its schema. Needed but by a function. */
  readonly from?: SqlQueryOptions['from'];
}

/** What prints queries and views, and functions, for a database. */
interface Printers {
  readonly query: (outputs: Outputs, options: SqlQueryOptions) => string;
  readonly function: (outputs: Outputs, options: SqlFunctionOptions) => string;
}

const dialects: Readonly<Record<NonNullable<SqlOptions['dialect']>, Printers>> = {
  postgres: { query: toPostgres, function: toPostgresFunction },
  duckdb: { query: toDuckDb, function: toDuckDbMacro },
  sqlite: {
    query: toSqlite,
    function: () => {
      throw new ExportError(
        "toSql: SQLite has no functions that are written in SQL. Use { form: 'view' } or 'select'.",
      );
    },
  },
};

/**
 * A network as SQL. The columns of a table are its inputs, by their names (`pixel_0`, `pixel_1`, … for a vector), and the
 * columns of the result are its outputs (keys and places joined by `_`, `value` for a single node). NULL in an input makes
 * the outputs NULL. What checks it stands in its comments, or in a second function. Where one kind is enough, `toPostgres`,
 * `toPostgresFunction`, `toDuckDb`, `toDuckDbMacro` and `toSqlite` leave the others out of a bundle.
 * @throws ExportError for a name that the database does not take, an option that makes no sense, or a network that is too large.
 * @example toSql({ setosa, versicolor, virginica }, { dialect: 'duckdb', from: 'flowers' })
 */
export function toSql(
  outputs: Outputs,
  { dialect = 'postgres', form = 'select', ...options }: SqlOptions = {},
): string {
  if (!Object.hasOwn(dialects, dialect))
    throw new ExportError(
      `toSql: the dialect must be one of ${Object.keys(dialects).join(', ')}, not ${describe(dialect)}.`,
    );
  const printers = dialects[dialect];
  if (form === 'function') return printers.function(outputs, options);
  return printers.query(outputs, { ...options, form } as SqlQueryOptions);
}
