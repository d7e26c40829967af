import { describe, type Outputs } from '@chainrule/core';
import { ExportError } from '../errors.ts';
import { columnsOf, expectedTable, valuesTable, verdict } from './check.ts';
import type { Dialect } from './dialect.ts';
import { modelOf, type SqlFunctionOptions } from './model.ts';
import { checkNames, identifier, tableName } from './names.ts';
import { queryOf, type SubqueryName } from './query.ts';

/** Options of a query over a table, or of a view of it. */
export interface SqlQueryOptions extends SqlFunctionOptions {
  /** `'select'` (default): a query that gives the outputs for each row of a table. `'view'`: a view of that query. */
  readonly form?: 'select' | 'view';
  /** The table, or view, that holds the inputs in columns; `['schema', 'table']` in its schema. */
  readonly from: string | readonly string[];
  /** Columns of the table that are given beside the outputs, such as its key. Default: none. */
  readonly keep?: readonly string[];
}

/**
 * A network as a query over a table, or a view. What checks it stands in comments: without names, as these could end a comment.
 * @throws ExportError for a name that the database does not take, an option that makes no sense, or a network that is too large.
 */
export function queryText(outputs: Outputs, options: SqlQueryOptions, dialect: Dialect): string {
  const { form = 'select', from, keep = [] } = options;
  if (form !== 'select' && form !== 'view')
    throw new ExportError(
      `toSql: the form must be 'select' or 'view', and with toSql 'function', not ${describe(form)}.`,
    );
  if (from === undefined)
    throw new ExportError(`toSql: a ${form} needs the table that holds the inputs. Pass { from: 'table' }.`);
  const path = typeof from === 'string' ? [from] : from;
  for (const part of path) checkNames([part], 'table', dialect, 'Choose another { from }.');
  const model = modelOf(outputs, options, dialect, form === 'view' ? 'view' : 'function', keep);
  const { vectors, inputs, outputs: names, name, about } = model;
  const isChecked = vectors.given.length > 0;
  const named = subqueryNames(path.at(-1) ?? '');
  const kept = [...(isChecked ? ['k'] : []), ...keep.map((_, i) => `k${i}`)];
  const { subqueries, last } = queryOf(model, kept, named);
  const rows = [
    ...(isChecked ? ['0 AS k'] : []),
    ...keep.map((column, i) => `t.${identifier(column)} AS k${i}`),
    ...inputs.map((column, slot) => `${dialect.column(`t.${identifier(column)}`)} AS x${slot}`),
  ];
  const chosen = [
    ...keep.map((column, i) => `k${i} AS ${identifier(column)}`),
    ...names.map((output, i) => `y${i} AS ${identifier(output)}`),
  ];
  const head = form === 'view' ? [`${dialect.createView} ${identifier(name)} AS`] : [];
  const first = `${named('rows')} AS (SELECT ${rows.length === 0 ? '0 AS z' : rows.join(', ')} FROM ${tableName(path)} AS t),`;
  const body = subqueries.join(',\n');
  const end = `SELECT ${chosen.join(', ')} FROM ${last};`;
  if (!isChecked) return [...about, ...head, 'WITH', first, body, end, ''].join('\n');

  const [live, mark] = marksFor([...inputs, ...names, ...keep, name, ...path]);
  const checking = (text: string): string => text.replaceAll(/^/gm, `--${mark} `);
  // columns that are kept have no values in the check
  const nothing = keep.map(() => 'NULL');
  const given = vectors.given.map((row) => [...nothing, ...row]);
  return [
    ...about,
    `-- To check it, take out what stands between a line "--${live}" and the next "--${mark}", take "--${mark}" away wherever a line`,
    '-- begins with it, and run what is left: it gives the largest error, and the bound.',
    ...(head.length > 0 ? [`--${live}`, ...head, `--${mark}`] : []),
    'WITH',
    `--${live}`,
    first,
    checking(`${valuesTable(named('rows'), [...kept, ...columnsOf('x', inputs)], given)},`),
    body,
    `--${live}`,
    end,
    checking(`, ${expectedTable(named('expected'), model)}
${verdict(model)}
FROM ${last} JOIN ${named('expected')} USING (k);`),
    '',
  ].join('\n');
}

/** Names of subqueries that the table does not have: a subquery of its name would hide it. */
export function subqueryNames(table: string): SubqueryName {
  let prefix = 'net_';
  while (table.toLowerCase().startsWith(prefix)) prefix = `_${prefix}`;
  return (what) => prefix + what;
}

/** Words that no name holds, so that no name can pass for a line of the check. */
function marksFor(names: readonly string[]): readonly [live: string, check: string] {
  let end = '';
  while (names.some((name) => name.includes(`--live${end}`) || name.includes(`--check${end}`))) end += '_';
  return [`live${end}`, `check${end}`];
}
