import { lower, type Outputs } from '@chainrule/core';
import { type SqlOptions, toSql } from '@chainrule/export';
import type { Net } from '../nets/net.ts';
import type { Database, Open } from './sql/database.ts';
import type { Target } from './target.ts';

/** SQL, run by a database in memory. */
export function sql(name: string, dialect: NonNullable<SqlOptions['dialect']>, open: Open): Target {
  let opened: Promise<Database> | undefined;
  const database = (): Promise<Database> => {
    opened ??= open();
    return opened;
  };
  return {
    name,
    bound: 1e-12,
    unit: 2 ** -51,
    tools: [],
    run: async (nets) => {
      const results: Float64Array[][] = [];
      for (const net of nets) results.push(await rowsOf(net, dialect, await database()));
      return results;
    },
    selfTest: async (outputs, _, edit) => {
      const checks = await selfTests(outputs, dialect, await database(), edit ?? ((text) => text));
      // a corrupted form must not hide behind another one
      const worst = edit === undefined ? Math.max : Math.min;
      return { error: worst(...checks.map(({ error }) => error)), bound: checks[0]?.bound as number };
    },
    prints: (outputs) => void toSql(outputs, { dialect, form: 'view', from: 'rows' }),
    names: async (outputs) => {
      const text = toSql(outputs, { dialect, form: 'view', name: 'named', from: 'rows' });
      const { execute, query, columnsOf } = await database();
      const names = lower(outputs).fields.map((field) => field.name);
      const columns = names.map((each) => `"${each.replaceAll('"', '""')}"`);
      await execute('DROP VIEW IF EXISTS named; DROP TABLE IF EXISTS rows;');
      await execute(`CREATE TABLE rows (${columns.map((column) => `${column} ${types[dialect]}`).join(', ')})`);
      await execute(`INSERT INTO rows VALUES (${names.map((_, i) => i).join(', ')})`);
      await execute(text);
      const result = await query('SELECT * FROM named');
      // input i is i, and the output of its name must be i + 1
      const inputs = result.rows[0]?.map((value) => names[Number(value) - 1] as string) ?? [];
      return { inputs, outputs: await columnsOf('named') };
    },
  };
}

const types = { duckdb: 'DOUBLE', postgres: 'float8', sqlite: 'REAL' } as const;

/** The columns of inputs. */
export const columnNames = (outputs: Outputs): readonly string[] =>
  lower(outputs).fields.flatMap(({ name, size }) =>
    size === undefined ? [name] : Array.from({ length: size }, (_, i) => `${name}_${i}`),
  );

/** Makes a table of rows with a key. */
async function fill(net: Pick<Net, 'outputs' | 'columns'>, type: string, database: Database): Promise<void> {
  const names = columnNames(net.outputs);
  await database.execute(
    `DROP VIEW IF EXISTS predict; DROP TABLE IF EXISTS rows;
CREATE TABLE rows (${['id INTEGER', ...names.map((each) => `"${each}" ${type}`)].join(', ')})`,
  );
  const count = net.columns[0]?.length ?? 1;
  for (let from = 0; from < count; from += 250) {
    const lines = Array.from({ length: Math.min(250, count - from) }, (_, i) => {
      const values = net.columns.map((column) => literal(column[from + i] as number));
      return `(${[from + i, ...values].join(', ')})`;
    });
    await database.execute(`INSERT INTO rows VALUES ${lines.join(', ')}`);
  }
}

const literal = (value: number): string => (String(value).includes('e') ? String(value) : `${value}e0`);

async function rowsOf(net: Net, dialect: keyof typeof types, database: Database): Promise<Float64Array[]> {
  await fill(net, types[dialect], database);
  const { columns, rows } = await database.query(
    toSql(net.outputs, { dialect, from: 'rows', keep: ['id'] }).replace(/;\s*$/, ''),
  );
  const lists = columns.slice(1).map(() => new Float64Array(rows.length));
  for (const [id, ...values] of rows)
    values.forEach((value, i) => {
      (lists[i] as Float64Array)[id as number] = value === null ? Number.NaN : Number(value);
    });
  return lists;
}

interface Check {
  readonly error: number;
  readonly bound: number;
}

/** What all forms say of themselves. */
async function selfTests(
  outputs: Outputs,
  dialect: keyof typeof types,
  database: Database,
  edit: (text: string) => string,
): Promise<Check[]> {
  const checks: Check[] = [];
  const ask = async (query: string): Promise<void> => {
    const { rows } = await database.query(query);
    const [error, bound] = rows[0] as [unknown, unknown];
    checks.push({ error: error === null ? Number.POSITIVE_INFINITY : Number(error), bound: Number(bound) });
  };
  for (const form of ['select', 'view'] as const)
    await ask(asCheck(edit(toSql(outputs, { dialect, form, from: 'rows', keep: ['id'] }))));
  if (dialect !== 'sqlite') {
    await database.execute(edit(toSql(outputs, { dialect, form: 'function' })));
    await ask(dialect === 'duckdb' ? 'FROM predict_check()' : 'SELECT * FROM predict_check()');
  }
  return checks;
}

/** What the head of a query says how to check it. */
export function asCheck(text: string): string {
  const [, live, mark] = /a line "--(\w+)" and the next "--(\w+)"/.exec(text) ?? [];
  return text
    .replaceAll(new RegExp(`^--${live}\n[\\s\\S]*?\n(?=--${mark}(?: |$))`, 'gm'), '')
    .replaceAll(new RegExp(`^--${mark}(?: |$)`, 'gm'), '');
}
