import { DatabaseSync } from 'node:sqlite';
import type { Open } from './database.ts';

export const openSqlite: Open = async () => {
  const database = new DatabaseSync(':memory:');
  return {
    execute: async (sql) => database.exec(sql),
    query: async (sql) => {
      const statement = database.prepare(sql);
      const columns = statement.columns().map(({ name }) => name as string);
      return {
        columns,
        rows: statement.all().map((row) => columns.map((name) => (row as Record<string, unknown>)[name])),
      };
    },
    columnsOf: async (table) =>
      database
        .prepare(`SELECT * FROM ${table}`)
        .columns()
        .map(({ name }) => name),
  };
};
