import { checkSize } from '../errors.ts';
import { textsOf } from '../spelling.ts';
import { cases } from './cases.ts';
import { grouped } from './grouped.ts';
import { layersOf } from './layers.ts';
import type { Model } from './model.ts';

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
export function queryOf({ program, guarded, dialect }: Model, kept: readonly string[], named: SubqueryName): Query {
  const { steps, special, held, forgets, isDense } = guarded;
  const places = new Map(steps.named.map((id, i) => [id, `s${i}`]));
  const nameOf = (id: number): string => places.get(id) as string;
  const input = (slot: number): string => `x${slot}`;
  const { operand, expression } = textsOf(steps, { ...dialect, input, special }, nameOf);
  const layers = layersOf(steps, (count) =>
    checkSize(count, {
      target: `toSql (${dialect.name})`,
      what: 'steps that wait for each other',
      limit: 200,
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
  const inputs = Array.from({ length: program.slots }, (_, slot) => input(slot));
  if (needsFlag || held !== undefined) {
    const isNull = inputs.map((x) => `${x} IS NULL`);
    const missing = grouped(isNull, 20, (group) => `(${group.join(' OR ') || '0 = 1'})`);
    const of = (x: string): string => {
      const value = held?.text(x) ?? x;
      return isDense ? (dialect.dots?.orNaN(value) as string) : value;
    };
    add('inputs', [
      ...kept,
      ...(needsFlag ? [`${missing} AS missing`] : []),
      ...inputs.map((x) => (of(x) === x ? x : `${of(x)} AS ${x}`)),
    ]);
  }
  layers.forEach((layer, l) => {
    add(l + 1, [
      ...flagged,
      ...layer.carried.map(operand),
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
