import type { Program } from '@chainrule/core';
import { checkSize } from '../errors.ts';
import { textsOf } from '../spelling.ts';
import { cases } from './cases.ts';
import type { Dialect } from './dialect.ts';
import type { Guarded } from './guarded.ts';
import { layersOf } from './layers.ts';

/** The subqueries of a network, after one that gives its rows: columns x0, x1, … and what is to be kept beside the results. */
export interface Query {
  /** `name AS (SELECT …)`, each in the words of the one before. */
  readonly subqueries: readonly string[];
  /** The last one, which has the outputs in columns y0, y1, … */
  readonly last: string;
}

/** Names of subqueries: a prefix that the tables around them do not have. */
export type SubqueryName = (what: string | number) => string;

/** Prints the steps of a network as subqueries, one for each layer. */
export function queryOf(
  program: Program,
  { steps, special, held, forgets, isDense }: Guarded,
  dialect: Dialect,
  kept: readonly string[],
  named: SubqueryName,
): Query {
  const { slots } = program;
  const places = new Map(steps.named.map((id, i) => [id, `s${i}`]));
  const nameOf = (id: number): string => places.get(id) as string;
  const input = (slot: number): string => `x${slot}`;
  const { operand, expression } = textsOf(steps, { ...dialect, input, special }, nameOf);
  const layers = layersOf(steps, (count) =>
    checkSize(count, {
      target: `toSql (${dialect.name})`,
      what: 'steps that wait for each other',
      limit: dialect.levels,
      wayOut:
        "Use { dialect: 'postgres', form: 'function' }, whose steps are statements, or toPython, toC or toJavaScript.",
    }),
  );

  const needsFlag = isDense || forgets.includes(true);
  const flagged = [...kept, ...(needsFlag ? ['missing'] : [])];
  const subqueries: string[] = [];
  let last = named('rows');
  const add = (name: string | number, columns: readonly string[]): void => {
    checkSize(columns.length, {
      target: `toSql (${dialect.name})`,
      what: 'columns in one of its subqueries',
      limit: dialect.columns,
      wayOut: "Use { dialect: 'duckdb' }, export fewer outputs at a time, or use toPython, toC or toJavaScript.",
    });
    const fence = name === 'results' ? '' : dialect.fence; // each result is used once
    subqueries.push(`${named(name)} AS (SELECT ${columns.join(', ')} FROM ${last}${fence})`);
    last = named(name);
  };
  const inputs = Array.from({ length: slots }, (_, slot) => input(slot));
  if (needsFlag || held !== undefined) {
    const of = (x: string): string => {
      const value = held === undefined || dialect.held === undefined ? x : dialect.held(x, held);
      return isDense && dialect.orNaN !== undefined ? dialect.orNaN(value) : value;
    };
    add('inputs', [
      ...kept,
      ...(needsFlag ? [`${isMissing(inputs)} AS missing`] : []),
      ...inputs.map((x) => (of(x) === x ? x : `${of(x)} AS ${x}`)),
    ]);
  }
  layers.forEach((layer, l) => {
    add(l + 1, [
      ...flagged,
      ...layer.inputs.map(input),
      ...layer.carried.map(nameOf),
      ...layer.computed.map((id) => `${expression(id)} AS ${nameOf(id)}`),
    ]);
  });
  const results = steps.outputs.map((id, i) => {
    const value = places.has(id) ? operand(id) : expression(id);
    const isConstant = steps.terms[id]?.kind === 'number';
    return `${!isConstant && (isDense || forgets[i] === true) ? cases([['missing', 'NULL']], value) : value} AS y${i}`;
  });
  add('results', [...kept, ...results]);
  return { subqueries, last };
}

/** Whether one of some columns is NULL: in groups, as parsers die of long chains. */
function isMissing(columns: readonly string[]): string {
  let parts = columns.map((column) => `${column} IS NULL`);
  while (parts.length > 20)
    parts = Array.from(
      { length: Math.ceil(parts.length / 20) },
      (_, i) => `(${parts.slice(20 * i, 20 * i + 20).join(' OR ')})`,
    );
  return parts.length === 0 ? '(0 = 1)' : `(${parts.join(' OR ')})`;
}
