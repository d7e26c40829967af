import { identifier, tableName } from './names.ts';
import { queryOf, type SubqueryName } from './query.ts';
import type { Model } from './toSql.ts';
import { largestError, valuesText } from './vectors.ts';

/**
 * A network as a query over a table, or a view. What checks it stands in comments: without names, as these could end a comment.
 */
export function selectText(
  model: Model,
  from: string | readonly string[],
  keep: readonly string[],
  isView: boolean,
): string {
  const { program, dialect, guarded, vectors, bound, inputs, outputs, name, about } = model;
  const isChecked = vectors.given.length > 0;
  const named = subqueryNames(from);
  const kept = [...(isChecked ? ['k'] : []), ...keep.map((_, i) => `k${i}`)];
  const { subqueries, last } = queryOf(program, guarded, dialect, kept, named);
  const rows = [
    ...(isChecked ? ['0 AS k'] : []),
    ...keep.map((column, i) => `t.${identifier(column)} AS k${i}`),
    ...inputs.map((column, slot) => `${dialect.column(`t.${identifier(column)}`)} AS x${slot}`),
  ];
  const chosen = [
    ...keep.map((column, i) => `k${i} AS ${identifier(column)}`),
    ...outputs.map((output, i) => `y${i} AS ${identifier(output)}`),
  ];
  const view = dialect.name === 'SQLite' ? 'CREATE VIEW' : 'CREATE OR REPLACE VIEW';
  const head = isView ? [`${view} ${identifier(name)} AS`] : [];
  const first = `${named('rows')} AS (SELECT ${rows.length === 0 ? '0 AS z' : rows.join(', ')} FROM ${tableName(from)} AS t)`;
  const end = `SELECT ${chosen.join(', ')} FROM ${last};`;
  const body = subqueries.map((text, i) => text + (i < subqueries.length - 1 ? ',' : ''));
  if (!isChecked) return [...about.map(comment), ...head, 'WITH', `${first},`, ...body, end, ''].join('\n');

  const [live, mark] = marksFor([...inputs, ...outputs, ...keep, name, ...(typeof from === 'string' ? [from] : from)]);
  const checking = (lines: readonly string[]): readonly string[] => lines.map((line) => `--${mark} ${line}`);
  const [x, y, e] = [inputs, outputs, outputs].map((list, i) => list.map((_, place) => `${'xye'[i]}${place}`)) as [
    string[],
    string[],
    string[],
  ];
  // columns that are kept have no values in the check
  const nothing = keep.map(() => 'NULL');
  return [
    ...about.map(comment),
    `-- To check it, take out what stands between a line "--${live}" and the next "--${mark}", take "--${mark}" away wherever a line`,
    '-- begins with it, and run what is left: it gives the largest error, and the bound.',
    ...(isView ? [`--${live}`, ...head, `--${mark}`] : []),
    'WITH',
    `--${live}`,
    `${first},`,
    ...checking([
      `${named('rows')}(${[...kept, ...x].join(', ')}) AS (VALUES`,
      ...valuesText(vectors.given.map((row) => [...nothing, ...row])),
      '),',
    ]),
    ...body,
    `--${live}`,
    end,
    ...checking([
      `, ${named('expected')}(${['k', ...e].join(', ')}) AS (VALUES`,
      ...valuesText(vectors.expected),
      ')',
      `SELECT max(${largestError(y, e, dialect)}) AS error, ${dialect.number(bound)} AS bound`,
      `FROM ${last} JOIN ${named('expected')} USING (k);`,
    ]),
    '',
  ].join('\n');
}

export const comment = (text: string): string => `-- ${text}`;

/** Names of subqueries that the table does not have: a subquery of its name would hide it. */
export function subqueryNames(from: string | readonly string[]): SubqueryName {
  const table = (typeof from === 'string' ? from : (from.at(-1) ?? '')).toLowerCase();
  let prefix = 'net_';
  while (table.startsWith(prefix)) prefix = `_${prefix}`;
  return (what) => prefix + what;
}

/** Words that no name holds, so that no name can pass for a line of the check. */
function marksFor(names: readonly string[]): readonly [live: string, check: string] {
  let end = '';
  while (names.some((name) => name.includes(`--live${end}`) || name.includes(`--check${end}`))) end += '_';
  return [`live${end}`, `check${end}`];
}
