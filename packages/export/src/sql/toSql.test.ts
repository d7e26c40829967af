import { input, inputs, type Node } from '@chainrule/core';
import { linear } from '@chainrule/macros';
import { add, less, multiply, sin, tanh } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { ExportError } from '../errors.ts';
import { toDuckDb } from './toDuckDb.ts';
import { toDuckDbMacro } from './toDuckDbMacro.ts';
import { toPostgres } from './toPostgres.ts';
import { toPostgresFunction } from './toPostgresFunction.ts';
import { type SqlOptions, toSql } from './toSql.ts';
import { toSqlite } from './toSqlite.ts';

const [x, y] = [input('x'), input('y')];
const line = add(multiply(0.1, x), -0.25);
const unchecked = { from: 'rows', vectors: { count: 0 } } as const;

/** What a call throws. */
function refusal(outputs: Parameters<typeof toSql>[0], options?: SqlOptions): string {
  try {
    toSql(outputs, options);
  } catch (error) {
    if (error instanceof ExportError) return error.message;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('toSql', () => {
  it('prints numbers that are 64-bit floats in each dialect, the negative ones in parentheses', () => {
    expect(toSql(line, { ...unchecked, dialect: 'postgres' })).toContain('(0.1::float8 * x0) + (-0.25::float8)');
    for (const dialect of ['duckdb', 'sqlite'] as const)
      expect(toSql(line, { ...unchecked, dialect })).toContain('(0.1e0 * x0) + (-0.25e0)');
  });

  it('prints what the function for that kind of SQL prints', () => {
    const { from, ...options } = unchecked;
    for (const [dialect, query] of [
      ['postgres', toPostgres],
      ['duckdb', toDuckDb],
      ['sqlite', toSqlite],
    ] as const)
      expect(toSql(line, { ...unchecked, dialect, form: 'view' })).toBe(query(line, { ...unchecked, form: 'view' }));
    expect(toSql(line, { ...options, form: 'function' })).toBe(toPostgresFunction(line, options));
    expect(toSql(line, { ...options, dialect: 'duckdb', form: 'function' })).toBe(toDuckDbMacro(line, options));
    expect(toPostgres(line, { from })).toContain('-- A network as SQL for PostgreSQL, printed by Chainrule.');
  });

  it('quotes the names of tables, columns and outputs', () => {
    const text = toSql({ 'out"': add(input('in"'), 1) }, { ...unchecked, from: ['my"schema', 'rows'], keep: ['id"'] });
    for (const name of ['"out"""', 't."in"""', '"my""schema"."rows"', '"id"""']) expect(text).toContain(name);
  });

  it('reads inputs from the columns that it is told', () => {
    const text = toSql(add(x, ...inputs('pixel', 2)), {
      ...unchecked,
      columns: { x: 'length', pixel: ['left', 'right'] },
    });
    expect(text).toContain('t."length"::float8 AS x0, t."left"::float8 AS x1, t."right"::float8 AS x2');
    expect(toSql(add(...inputs('pixel', 2)), unchecked)).toContain('t."pixel_0"');
  });

  it('fences shared steps where the database would compute them again', () => {
    const shared = sin(x);
    const steps = (dialect: NonNullable<SqlOptions['dialect']>): string =>
      toSql(multiply(shared, shared), { ...unchecked, dialect });
    expect(steps('postgres')).toContain('AS s0 FROM net_inputs OFFSET 0)');
    expect(steps('sqlite')).toContain('AS s0 FROM net_rows LIMIT -1 OFFSET 0)');
    expect(steps('duckdb')).toContain('AS s0 FROM net_rows)');
  });

  it('holds inputs of PostgreSQL only as far as results would be too large', () => {
    expect(toSql(multiply(1.8, x), unchecked)).toMatch(/^-- Inputs beyond 1e\+300 count as infinite, as/m);
    expect(toSql(tanh(x), unchecked)).not.toContain('count as infinite');
    expect(toSql(multiply(1.8, x), { ...unchecked, dialect: 'duckdb' })).not.toContain('count as infinite');
  });

  it('prints dense layers for DuckDB as dot products', () => {
    const text = toSql(linear(inputs('pixel', 8), 2), { ...unchecked, dialect: 'duckdb' });
    expect(text.match(/array_inner_product\(/g)).toHaveLength(2);
  });

  it('says in no comment what a name says', () => {
    const text = toSql({ 'evil*/': add(input('evil--'), 1) }, { from: 'evil/*', keep: ['evil'] });
    for (const row of text.split('\n')) if (row.startsWith('--')) expect(row).not.toContain('evil');
  });

  it('names the check otherwise where a name could pass for it', () => {
    expect(toSql({ y: add(input('a\n--check b'), 1) }, { from: 'rows' })).toContain('--check_ net_rows(');
  });

  it('says what is wrong with options', () => {
    expect(refusal(line)).toBe("toSql: a select needs the table that holds the inputs. Pass { from: 'table' }.");
    expect(refusal(line, { dialect: 'oracle' as never, from: 'rows' })).toContain('not "oracle"');
    expect(refusal(line, { form: 'table' as never, from: 'rows' })).toContain('not "table"');
    expect(refusal(line, { dialect: 'sqlite', form: 'function' })).toContain("{ form: 'view' }");
  });

  it('refuses names that a database changes or cannot tell apart', () => {
    const named = (name: string, dialect: NonNullable<SqlOptions['dialect']>): string =>
      refusal({ [name]: line }, { dialect, from: 'rows' });
    expect(named('é'.repeat(32), 'postgres')).toContain('more than 63 bytes');
    expect(named('', 'duckdb')).toContain('it is empty');
    expect(named('true', 'sqlite')).toContain('a view would call it otherwise');
    expect(named('a\u0000', 'sqlite')).toContain('U+0000');
    expect(refusal({ a: line, A: line }, { dialect: 'duckdb', from: 'rows' })).toContain(
      'cannot tell the outputs "a" and "A" apart',
    );
    expect(refusal({ x: line, y: add(line, y) }, { form: 'function' })).toContain('no output "x" beside an input');
    expect(refusal(sin(input('$1')), { form: 'function' })).toContain('no parameter "$1"');
  });

  it('refuses what is too large, and says what takes it', () => {
    let chain: Node = x;
    for (let i = 0; i < 3000; i++) chain = sin(chain);
    expect(refusal(chain, { from: 'rows' })).toMatch(
      /steps that wait for each other, and the limit is 200.*form: 'function'/,
    );
    expect(toSql(chain, { form: 'function' })).toContain('RETURN');
    const wide = Array.from({ length: 1700 }, (_, i) => less(i, x)); // and a flag for NULL
    expect(refusal(wide, { from: 'rows' })).toContain('1,701 columns in one of its subqueries, and the limit is 1,600');
    expect(refusal(add(...inputs('pixel', 101)), { form: 'function' })).toContain('101 inputs, and the limit is 100');
  });
});
