import { PGlite } from '@electric-sql/pglite';
import type { Open } from './database.ts';

/** PostgreSQL as a WebAssembly module. */
export const openPostgres: Open = async () => {
  const database = await PGlite.create();
  return {
    execute: async (sql) => void (await database.exec(sql)),
    query: async (sql) => {
      const { fields, rows } = await database.query<unknown[]>(sql, [], { rowMode: 'array' });
      return { columns: fields.map(({ name }) => name), rows };
    },
    // after a point, as the client drops a byte order mark at the beginning of a text
    columnsOf: async (table) => {
      const { rows } = await database.query<[string]>(
        `SELECT '.' || attname FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum > 0 ORDER BY attnum`,
        [],
        { rowMode: 'array' },
      );
      return rows.map(([name]) => name.slice(1));
    },
  };
};
