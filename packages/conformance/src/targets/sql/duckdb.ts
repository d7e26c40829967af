import { DuckDBInstance } from '@duckdb/node-api';
import type { Open } from './database.ts';

export const openDuckdb: Open = async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  return {
    execute: async (sql) => void (await connection.run(sql)),
    query: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return { columns: reader.columnNames(), rows: reader.getRows() };
    },
    columnsOf: async (table) => (await connection.run(`FROM ${table}`)).columnNames(),
  };
};
