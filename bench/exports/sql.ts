import { type SqlOptions, toSql } from '@chainrule/export';
import type { Database, Open } from '../../packages/conformance/src/targets/sql/database.ts';
import { fill } from '../../packages/conformance/src/targets/sql.ts';
import type { Runner } from './runner.ts';

/** Rows that a query goes over, at least. */
const least = 50_000;

/** Sums of the outputs of a view over a table. The time is the processor's: the databases are in this process and use one thread. */
export const sql = (name: string, dialect: NonNullable<SqlOptions['dialect']>, open: Open): Runner => ({
  name,
  measure: async (net) => {
    const database = await open();
    await fill(net, dialect, database);
    const copies = Math.ceil(least / (net.columns[0]?.length as number));
    await database.execute(`CREATE TABLE many AS SELECT rows.* FROM rows,
(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${copies}) SELECT i FROM n) AS copies`);
    const options = { dialect, from: 'many', vectors: { count: 0 } } as const;
    const text = toSql(net.outputs, options);
    await database.execute(toSql(net.outputs, { ...options, form: 'view' }));
    const sums = (await database.columnsOf('predict')).map((column) => `sum("${column}")`);
    const query = `SELECT ${sums.join(', ')} FROM predict`;
    return {
      bytes: text.length,
      rowsPerSecond: (copies * (net.columns[0]?.length as number)) / (await seconds(database, query)),
    };
  },
});

async function seconds(database: Database, query: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = process.cpuUsage();
    await database.query(query);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}
