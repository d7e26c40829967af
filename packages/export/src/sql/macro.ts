import { identifier } from './names.ts';
import { queryOf } from './query.ts';
import { comment, subqueryNames } from './select.ts';
import type { Model } from './toSql.ts';
import { largestError, valuesText } from './vectors.ts';

/** A network as a DuckDB macro that takes the name of a table and gives its rows with the outputs, and a second one that checks it. */
export function macroText({ program, dialect, guarded, vectors, bound, inputs, outputs, name, about }: Model): string {
  const named = subqueryNames('');
  const { subqueries, last } = queryOf(program, guarded, dialect, ['k'], named);
  const rows = inputs.map((column, slot) => `${dialect.column(`t.${identifier(column)}`)} AS x${slot}`);
  const lines = [
    `CREATE OR REPLACE MACRO ${identifier(name)}(net_table) AS TABLE`,
    'WITH',
    [
      `${named('rows')} AS (SELECT ${['t AS k', ...rows].join(', ')} FROM query_table(net_table) AS t)`,
      ...subqueries,
    ].join(',\n'),
    `SELECT k.*, ${outputs.map((output, i) => `y${i} AS ${identifier(output)}`).join(', ')} FROM ${last};`,
  ];
  if (vectors.given.length === 0) return [...about.map(comment), ...lines, ''].join('\n');
  const [x, y, e] = [inputs, outputs, outputs].map((list, i) => list.map((_, place) => `${'xye'[i]}${place}`)) as [
    string[],
    string[],
    string[],
  ];
  return [
    ...about.map(comment),
    ...lines,
    '',
    '-- The largest error over the test vectors, and the bound.',
    `CREATE OR REPLACE MACRO ${identifier(`${name}_check`)}() AS TABLE`,
    `WITH net_given(${['net_k', ...inputs.map(identifier)].join(', ')}) AS (VALUES`,
    ...valuesText(vectors.given),
    `), net_expected(${['k', ...e].join(', ')}) AS (VALUES`,
    ...valuesText(vectors.expected),
    ')',
    `SELECT max(${largestError(y, e, dialect)}) AS error, ${dialect.number(bound)} AS bound`,
    `FROM ${identifier(name)}('net_given') AS found(${['k', ...x, ...y].join(', ')}) JOIN net_expected USING (k);`,
    '',
  ].join('\n');
}
