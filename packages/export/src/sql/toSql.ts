import { describe, lower, type Outputs, type Program } from '@chainrule/core';
import { aboutLines } from '../about.ts';
import { ExportError } from '../errors.ts';
import { outputPaths, slotNames } from '../structure.ts';
import type { VectorOptions } from '../testVectors.ts';
import type { Dialect, Held } from './dialect.ts';
import { duckdb } from './duckdb.ts';
import { guarded } from './guarded.ts';
import { macroText } from './macro.ts';
import { checkNames } from './names.ts';
import { plpgsqlText } from './plpgsql.ts';
import { postgres } from './postgres.ts';
import { selectText } from './select.ts';
import { sqlite } from './sqlite.ts';
import { sqlVectors } from './vectors.ts';

/** Options of `toSql`. */
export interface SqlOptions {
  /** Whose SQL: `'postgres'` (default, 12 or newer), `'duckdb'` (1.2 or newer) or `'sqlite'` (3.35 or newer, with its mathematical functions). */
  readonly dialect?: 'postgres' | 'duckdb' | 'sqlite';
  /**
   * `'select'` (default): a query that gives the outputs for each row of a table. `'view'`: a view of that query. `'function'`: in
   * PostgreSQL a function of numbers, one for each input in order; in DuckDB a macro that takes the name of a table and gives
   * its rows with the outputs beside them; SQLite has none.
   */
  readonly form?: 'select' | 'view' | 'function';
  /** The table, or view, that holds the inputs in columns; `['schema', 'table']` in its schema. Needed but by a function. */
  readonly from?: string | readonly string[];
  /** The name of the view or the function. Default: `predict`. */
  readonly name?: string;
  /** Columns of the table that are given beside the outputs, such as its key. Default: none. */
  readonly keep?: readonly string[];
  /** The columns of inputs that are called otherwise in the table: a name, or one for each number of a vector. */
  readonly columns?: Readonly<Record<string, string | readonly string[]>>;
  /** The rows that it checks itself with. */
  readonly vectors?: VectorOptions;
}

const dialects: Readonly<Record<'postgres' | 'duckdb' | 'sqlite', () => Dialect>> = { postgres, duckdb, sqlite };

/** A network as it is needed by all forms. */
export interface Model {
  readonly program: Program;
  readonly dialect: Dialect;
  readonly guarded: ReturnType<typeof guarded>;
  readonly vectors: ReturnType<typeof sqlVectors>;
  readonly bound: number;
  /** The column of each input slot and of each output. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly name: string;
  /** The head comment. */
  readonly about: readonly string[];
}

/**
 * A network as SQL. The columns of a table are its inputs, by their names (`pixel_0`, `pixel_1`, … for a vector), and the
 * columns of the result are its outputs (keys and places joined by `_`, `value` for a single node). NULL in an input makes
 * the outputs NULL. What checks it stands in its comments, or in a second function.
 * @throws ExportError for a name that the database does not take, an option that makes no sense, or a network that is too large.
 * @example toSql({ setosa, versicolor, virginica }, { dialect: 'duckdb', from: 'flowers' })
 */
export function toSql(outputs: Outputs, options: SqlOptions = {}): string {
  const { dialect: asked = 'postgres', form = 'select', from, name = 'predict', keep = [], columns = {} } = options;
  const dialect: Dialect | undefined = Object.hasOwn(dialects, asked) ? dialects[asked]() : undefined;
  if (dialect === undefined)
    throw new ExportError(
      `toSql: the dialect must be one of ${Object.keys(dialects).join(', ')}, not ${describe(asked)}.`,
    );
  const program = lower(outputs);
  const inputs = slotNames(program).map(({ field, index }) => {
    const column = Object.hasOwn(columns, field.name) ? columns[field.name] : undefined;
    if (field.size === undefined) return typeof column === 'string' ? column : field.name;
    return typeof column === 'object' && column[index] !== undefined
      ? column[index]
      : `${column ?? field.name}_${index}`;
  });
  const names = outputPaths(outputs).map((path) => (path.length === 0 ? 'value' : path.join('_')));
  checkNames(inputs, 'input', dialect, 'Give its column another name: { columns: { input: column } }.');
  checkNames([...keep, ...names], 'output', dialect, 'Give the output another name.');
  checkNames([name, `${name}_check`], form === 'view' ? 'view' : 'function', dialect, 'Choose another { name }.');
  const steps = guarded(program, dialect);
  const isConstant = steps.steps.outputs.map((id) => steps.steps.terms[id]?.kind === 'number');
  const vectors = sqlVectors(program, options.vectors, dialect, steps.held, isConstant);
  const { bound } = vectors;
  const about = [
    ...aboutLines(program, `A network as SQL for ${dialect.name}`, bound, vectors.given.length),
    ...heldLines(steps.held),
  ];
  const model: Model = { program, dialect, guarded: steps, vectors, bound, inputs, outputs: names, name, about };
  if (form === 'function') {
    if (asked === 'postgres') return plpgsqlText(model);
    if (asked === 'duckdb') return macroText(model);
    throw new ExportError("toSql: SQLite has no functions that are written in SQL. Use { form: 'view' } or 'select'.");
  }
  if (form !== 'select' && form !== 'view')
    throw new ExportError(`toSql: the form must be 'select', 'view' or 'function', not ${describe(form)}.`);
  if (from === undefined)
    throw new ExportError(`toSql: a ${form} needs the table that holds the inputs. Pass { from: 'table' }.`);
  for (const part of typeof from === 'string' ? [from] : from)
    checkNames([part], 'table', dialect, 'Choose another { from }.');
  return selectText(model, from, keep, form === 'view');
}

const heldLines = (held: Held | undefined): readonly string[] => {
  if (held === undefined) return [];
  const sides = [
    ...(held.reach < Number.MAX_VALUE ? [`beyond ${held.reach} count as infinite`] : []),
    ...(held.floor > Number.MIN_VALUE ? [`within ${held.floor} of 0 count as 0`] : []),
  ];
  return [`Inputs ${sides.join(', those ')}, as results beyond the range of numbers would raise errors.`];
};
