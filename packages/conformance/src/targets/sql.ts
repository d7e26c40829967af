import { lower, type Outputs } from '@chainrule/core';
import { type SqlOptions, toSql } from '@chainrule/export';
import { rowsOf as firstRows, type Net } from '../nets/net.ts';
import { inTurn } from './inTurn.ts';
import type { Database, Open } from './sql/database.ts';
import type { Check, Target, Verdict } from './target.ts';

/** SQL, run by a database in memory. */
export function sql(
  name: string,
  dialect: NonNullable<SqlOptions['dialect']>,
  open: Open,
  limits: Pick<Target, 'extremes' | 'leavesOut'>,
): Target {
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
    ...limits,
    run: async (nets) => {
      const results: Float64Array[][] = [];
      for (const net of nets) results.push(await rowsOf(net, dialect, await database()));
      return results;
    },
    selfTests: inTurn(async ({ net, edit }: Check) => {
      const verdicts = await verdictsOf(net, dialect, await database(), edit ?? ((text) => text));
      // a corrupted form must not hide behind another one
      const worst = edit === undefined ? Math.max : Math.min;
      return { error: worst(...verdicts.map(({ error }) => error)), bound: verdicts[0]?.bound as number };
    }),
    print: (outputs) => toSql(outputs, { dialect, form: 'view', from: 'rows' }),
    names: inTurn(async (outputs: Outputs) => {
      const told = { inputs: [] as string[], outputs: [] as string[] };
      for (const group of apart(Object.entries(outputs))) {
        const { inputs, outputs: names } = await namesOf(Object.fromEntries(group), dialect, await database());
        told.inputs.push(...inputs);
        told.outputs.push(...names);
      }
      // in the order in which they were asked for
      const sorted = (names: string[], asked: readonly string[]): string[] => {
        const places = new Map(asked.map((each, i) => [each, i]));
        return names.sort((x, y) => (places.get(x) ?? -1) - (places.get(y) ?? -1));
      };
      const fields = lower(outputs).fields.map((field) => field.name);
      return { inputs: sorted(told.inputs, fields), outputs: sorted(told.outputs, Object.keys(outputs)) };
    }),
  };
}

/** Outputs in groups, as names that differ in the case of letters cannot stand beside each other. */
function apart(entries: readonly (readonly [string, Outputs])[]): readonly (readonly [string, Outputs])[][] {
  const groups: (readonly [string, Outputs])[][] = [];
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const folded = entry[0].toLowerCase();
    const group = counts.get(folded) ?? 0;
    counts.set(folded, group + 1);
    groups[group] = [...(groups[group] ?? []), entry];
  }
  return groups;
}

/** What a view calls its outputs, and which inputs they are made of. */
async function namesOf(
  outputs: Outputs,
  dialect: keyof typeof types,
  { execute, query, columnsOf }: Database,
): Promise<{ readonly inputs: readonly string[]; readonly outputs: readonly string[] }> {
  const names = lower(outputs).fields.map((field) => field.name);
  const columns = names.map((each) => `"${each.replaceAll('"', '""')}" ${types[dialect]}`);
  await execute('DROP VIEW IF EXISTS named; DROP TABLE IF EXISTS rows;');
  await execute(
    `CREATE TABLE rows (${columns.join(', ')}); INSERT INTO rows VALUES (${names.map((_, i) => i).join(', ')})`,
  );
  await execute(toSql(outputs, { dialect, form: 'view', name: 'named', from: 'rows' }));
  const { rows } = await query('SELECT * FROM named');
  // input i is i, and the output of its name must be i + 1
  const inputs = rows[0]?.map((value) => names[Number(value) - 1] as string) ?? [];
  return { inputs, outputs: await columnsOf('named') };
}

const types = { duckdb: 'DOUBLE', postgres: 'float8', sqlite: 'REAL' } as const;

/** The columns of inputs. */
export const columnNames = (outputs: Outputs): readonly string[] =>
  lower(outputs).fields.flatMap(({ name, size }) =>
    size === undefined ? [name] : Array.from({ length: size }, (_, i) => `${name}_${i}`),
  );

/** Makes a table of rows with a key. */
export async function fill(
  net: Pick<Net, 'outputs' | 'columns'>,
  dialect: keyof typeof types,
  database: Database,
): Promise<void> {
  const type = types[dialect];
  const names = columnNames(net.outputs);
  await database.execute(
    `DROP VIEW IF EXISTS predict; DROP TABLE IF EXISTS rows;
CREATE TABLE rows (${['id INTEGER', ...names.map((each) => `"${each}" ${type}`)].join(', ')})`,
  );
  const count = net.columns[0]?.length ?? 1;
  for (let from = 0; from < count; from += 250) {
    const lines = Array.from({ length: Math.min(250, count - from) }, (_, i) => {
      const values = net.columns.map((column) => literals[type](column[from + i] as number));
      return `(${[from + i, ...values].join(', ')})`;
    });
    await database.execute(`INSERT INTO rows VALUES ${lines.join(', ')}`);
  }
}

const literal = (value: number): string => (String(value).includes('e') ? String(value) : `${value}e0`);
const literalOrNaN = (value: number): string => (Number.isNaN(value) ? "'NaN'" : literal(value));
const literals: Readonly<Record<(typeof types)[keyof typeof types], typeof literal>> = {
  DOUBLE: literalOrNaN,
  float8: literalOrNaN,
  REAL: literal,
};

async function rowsOf(net: Net, dialect: keyof typeof types, database: Database): Promise<Float64Array[]> {
  await fill(net, dialect, database);
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

/** What all forms say of themselves. */
async function verdictsOf(
  net: Net,
  dialect: keyof typeof types,
  database: Database,
  edit: (text: string) => string,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const vectors = { rows: firstRows(net) };
  const ask = async (query: string): Promise<void> => {
    const { rows } = await database.query(query);
    const [error, bound] = rows[0] as [unknown, unknown];
    verdicts.push({ error: error === null ? Number.POSITIVE_INFINITY : Number(error), bound: Number(bound) });
  };
  const forms = ['select', 'view'] as const;
  const texts = forms.map((form) => toSql(net.outputs, { dialect, form, from: 'rows', keep: ['id'], vectors }));
  // the check of a view may be that of the query but for empty lines: then it is asked once
  const queries = texts.map((text) => asCheck(edit(text)).replaceAll(/\n{2,}/g, '\n'));
  for (const query of new Set(queries)) await ask(query);
  if (dialect === 'duckdb' || (dialect === 'postgres' && net.columns.length <= 100)) {
    await database.execute(edit(toSql(net.outputs, { dialect, form: 'function', vectors })));
    await ask(dialect === 'duckdb' ? 'FROM predict_check()' : 'SELECT * FROM predict_check()');
  }
  return verdicts;
}

/** What the head of a query says how to check it. */
function asCheck(text: string): string {
  const [, live, mark] = /a line "--(\w+)" and the next "--(\w+)"/.exec(text) ?? [];
  return text
    .replaceAll(new RegExp(`^--${live}\n[\\s\\S]*?\n(?=--${mark}(?: |$))`, 'gm'), '')
    .replaceAll(new RegExp(`^--${mark}(?: |$)`, 'gm'), '');
}
