import { javascript } from './javascript.ts';
import { spreadsheet } from './spreadsheet.ts';
import { openDuckdb } from './sql/duckdb.ts';
import { openPostgres } from './sql/postgres.ts';
import { openSqlite } from './sql/sqlite.ts';
import { sql } from './sql.ts';
import type { Target } from './target.ts';

/** The rows of the matrix. */
export const targets: readonly Target[] = [
  javascript('bundled', { bound: 0 }),
  javascript('Math', { bound: 1e-15, unit: 2 ** -52 }),
  sql('DuckDB', 'duckdb', openDuckdb),
  sql('PostgreSQL', 'postgres', openPostgres),
  sql('SQLite', 'sqlite', openSqlite),
  spreadsheet('spreadsheet', 'fods'),
  spreadsheet('CSV of formulas', 'csv', ({ random }) =>
    random ? 'the formulas are those of the other sheet' : undefined,
  ),
];
