// What rows of tables hold beside ordinary numbers, in each database.
import { evaluate, gradient, input, type Node, type Outputs } from '@chainrule/core';
import { toSql } from '@chainrule/export';
import { add, less, log, max, min, multiply, power, relu, select, sigmoid } from '@chainrule/ops';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Net } from './nets/net.ts';
import { classifier, iris, moons, thermometer } from './nets/trained.ts';
import { everyOp, robotArm } from './nets/untrained.ts';
import type { Database } from './targets/sql/database.ts';
import { openDuckdb } from './targets/sql/duckdb.ts';
import { openPostgres } from './targets/sql/postgres.ts';
import { openSqlite } from './targets/sql/sqlite.ts';
import { columnNames } from './targets/sql.ts';

const dialects = [
  ['postgres', openPostgres, 'float8'],
  ['duckdb', openDuckdb, 'DOUBLE'],
  ['sqlite', openSqlite, 'REAL'],
] as const;

const nets: Net[] = [];
beforeAll(async () => {
  for (const make of [thermometer, classifier, moons, iris]) nets.push(await make());
  nets.push(robotArm(), everyOp());
}, 600_000);

const [a, b, c] = ['a', 'b', 'c'].map((name) => input(name)) as [Node, Node, Node];
/** Operations that know what to do without a number. */
const forgetful: Outputs = {
  step: less(a, b),
  chosen: select(a, b, c),
  largest: max(a, b, c),
  smallest: min(a, b, c),
  rectified: relu(add(a, b, c)),
  slope: gradient(relu(add(a, b, c)), a),
  raised: power(a, add(b, c)),
  mixture: add(sigmoid(a), select(less(b, 0), 1, c)),
};

describe.each(dialects)('%s', (dialect, open, type) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  }, 600_000);

  const fill = async (columns: readonly string[], rows: readonly (readonly string[])[]): Promise<void> => {
    const named = columns.map((column) => `"${column}" ${type}`);
    await database.execute(`DROP TABLE IF EXISTS rows; CREATE TABLE rows (id INTEGER, ${named.join(', ')})`);
    await database.execute(
      `INSERT INTO rows VALUES ${rows.map((row, id) => `(${[id, ...row].join(', ')})`).join(', ')}`,
    );
  };
  const chosenFrom = async (outputs: Outputs): Promise<readonly (readonly unknown[])[]> => {
    const { rows } = await database.query(toSql(outputs, { dialect, from: 'rows', keep: ['id'] }));
    return [...rows].sort(([i], [j]) => Number(i) - Number(j)).map(([, ...values]) => values);
  };

  it('gives NULL wherever an input is NULL', async () => {
    await fill(
      ['a', 'b', 'c'],
      [
        ['NULL', '2', '3'],
        ['1', 'NULL', '3'],
        ['1', '2', 'NULL'],
        ['NULL', 'NULL', 'NULL'],
      ],
    );
    const names = Object.keys(forgetful);
    const nulls = (await chosenFrom(forgetful)).map((values) => names.filter((_, i) => values[i] === null));
    expect(nulls).toEqual([names, names, names, names]);
  });

  it('raises nothing at the largest numbers, the smallest ones, and whatever it has beyond them', async () => {
    const extremes = ['1e4', '-1e4', '1e308', '-1e308', '1e-308', '-1e-308', '0', '1', '-1', '1e150', '-1e-170'];
    const beyond = {
      postgres: ["'Infinity'", "'-Infinity'", "'NaN'"],
      duckdb: ["'inf'", "'-inf'", "'nan'"],
      sqlite: ['9e999'],
    };
    const values = [...extremes, ...beyond[dialect]];
    for (const { outputs, name } of nets) {
      const columns = columnNames(outputs);
      const rows = Array.from({ length: values.length ** 2 }, (_, i) =>
        columns.map((__, k) => values[Math.floor(i / values.length ** (k % 2)) % values.length] as string),
      );
      await fill(columns, rows);
      expect((await chosenFrom(outputs)).length, name).toBe(rows.length);
      if (dialect === 'postgres') {
        await database.execute(toSql(outputs, { dialect, form: 'function' }));
        const listed = columns.map((column) => `"${column}"`).join(', ');
        const asked = `SELECT count(*) FROM rows, LATERAL predict(${listed}) AS found`;
        expect(Number((await database.query(asked)).rows[0]?.[0]), name).toBe(rows.length);
        await database.execute(`DROP FUNCTION predict(${columns.map(() => type).join(', ')})`);
      }
    }
  }, 600_000);

  it('gives what the interpreter gives at ±10000, and at ±10³⁰⁸ for results that numbers can be', async () => {
    for (const { outputs, name } of nets.slice(0, 4)) {
      const columns = columnNames(outputs);
      await fill(
        columns,
        ['1e4', '-1e4'].map((value) => columns.map(() => value)),
      );
      const found = await chosenFrom(outputs);
      const expected = [1e4, -1e4].map((value) =>
        evaluate(outputs, Object.fromEntries(columns.map((each) => [each, value]))),
      );
      found.forEach((values, row) => {
        const wanted = typeof expected[row] === 'number' ? [expected[row]] : Object.values(expected[row] as object);
        values.forEach((value, i) => void expect(Number(value), name).toBeCloseTo(wanted[i] as number, 11));
      });
    }
    await fill(['x'], [['1e308'], ['-1e308']]);
    expect((await chosenFrom(multiply(0.5, input('x')))).map(([value]) => Number(value))).toEqual([5e307, -5e307]);
  });

  it('knows poles and zeros of either sign', async () => {
    await fill(
      ['a', 'b'],
      [
        ['0', '1'],
        ['-0.0', '1'],
        ['-1', '1'],
      ],
    );
    const found = await chosenFrom([log(a), power(a, -1), multiply(power(a, -2), b)]);
    const undefinedValue = dialect === 'sqlite' ? null : Number.NaN;
    expect(found[0]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(found[2]).toEqual([undefinedValue, -1, 1]);
  });
});

describe('sqlite', () => {
  it('takes a text for no number, and a whole number for a number', async () => {
    const { execute, query } = await openSqlite();
    await execute("CREATE TABLE rows (a, b); INSERT INTO rows VALUES ('7', 2), (7, 2)");
    const { rows } = await query(toSql({ y: multiply(a, power(b, -1)) }, { dialect: 'sqlite', from: 'rows' }));
    expect(rows).toEqual([[null], [3.5]]);
  });
});

describe('duckdb', () => {
  it('gives the rows of a table with the outputs beside them, by a macro', async () => {
    const { execute, query } = await openDuckdb();
    await execute('CREATE TABLE points AS SELECT 1 AS id, 2 AS a, 3 AS b');
    await execute(toSql({ y: multiply(a, b) }, { dialect: 'duckdb', form: 'function', name: 'product' }));
    expect(await query("FROM product('points')")).toEqual({ columns: ['id', 'a', 'b', 'y'], rows: [[1, 2, 3, 6]] });
  });
});

describe('postgres', () => {
  it('has a function of numbers, whatever their names hide', async () => {
    const { execute, query } = await openPostgres();
    const [s0, x0] = [input('s0'), input('$network$')] as [Node, Node];
    const shared = log(add(s0, x0));
    await execute(toSql({ y: multiply(shared, shared, s0), z: shared }, { form: 'function', name: 'f"$network$' }));
    const { rows } = await query('SELECT * FROM "f""$network$"(3, 5)');
    expect(rows).toEqual([[3 * Math.log(8) ** 2, Math.log(8)]]);
  }, 600_000);
});
