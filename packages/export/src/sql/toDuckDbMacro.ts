import type { Outputs } from '@chainrule/core';
import { columnsOf, expectedTable, valuesTable, verdict } from './check.ts';
import { duckdb } from './duckdb.ts';
import { modelOf, type SqlFunctionOptions } from './model.ts';
import { identifier } from './names.ts';
import { queryOf } from './query.ts';
import { subqueryNames } from './queryText.ts';

/**
 * A network as a DuckDB macro that takes the name of a table and gives its rows with the outputs, and a second one, `…_check()`, that
 * checks it.
 * @throws ExportError for a name that the database does not take, or a network that is too large.
 * @example toDuckDbMacro({ celsius }, { name: 'in_celsius' })
 */
export function toDuckDbMacro(outputs: Outputs, options: SqlFunctionOptions = {}): string {
  const model = modelOf(outputs, options, duckdb(), 'function');
  const { dialect, vectors, inputs, outputs: names, name, about } = model;
  const named = subqueryNames('');
  const { subqueries, last } = queryOf(model, ['k'], named);
  const rows = inputs.map((column, slot) => `${dialect.column(`t.${identifier(column)}`)} AS x${slot}`);
  return [
    ...about,
    `CREATE OR REPLACE MACRO ${identifier(name)}(net_table) AS TABLE`,
    'WITH',
    [
      `${named('rows')} AS (SELECT ${['t AS k', ...rows].join(', ')} FROM query_table(net_table) AS t)`,
      ...subqueries,
    ].join(',\n'),
    `SELECT k.*, ${names.map((output, i) => `y${i} AS ${identifier(output)}`).join(', ')} FROM ${last};`,
    '',
    ...(vectors.given.length === 0
      ? []
      : [
          '-- The largest error over the test vectors, and the bound.',
          `CREATE OR REPLACE MACRO ${identifier(`${name}_check`)}() AS TABLE`,
          `WITH ${valuesTable('net_given', ['net_k', ...inputs.map(identifier)], vectors.given)}, ${expectedTable('net_expected', model)}`,
          verdict(model),
          `FROM ${identifier(name)}('net_given') AS found(${['k', ...columnsOf('x', inputs), ...columnsOf('y', names)].join(', ')}) JOIN net_expected USING (k);`,
          '',
        ]),
  ].join('\n');
}
