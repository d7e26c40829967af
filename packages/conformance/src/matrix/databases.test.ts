import { outputNodes } from '@chainrule/core';
import type { Net } from '../nets/net.ts';
import { openDuckdb } from '../targets/sql/duckdb.ts';
import { openPostgres } from '../targets/sql/postgres.ts';
import { openSqlite } from '../targets/sql/sqlite.ts';
import { sql } from '../targets/sql.ts';
import { matrix } from './matrix.ts';

/** PostgreSQL has 1,664 columns at most, SQLite 2,000. */
const tooWide = ({ outputs }: Net): string | undefined =>
  outputNodes(outputs).length > 1600 ? 'it has more outputs than a table has columns' : undefined;

matrix([
  sql('DuckDB', 'duckdb', openDuckdb, { extremes: [0, Number.NaN, 1e4, -1e4] }),
  sql('PostgreSQL', 'postgres', openPostgres, { extremes: [0, Number.NaN, 1e4, -1e4], leavesOut: tooWide }),
  sql('SQLite', 'sqlite', openSqlite, { extremes: [0, 1e4, -1e4], leavesOut: tooWide }),
]);
