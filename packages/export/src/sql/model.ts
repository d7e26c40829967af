import { lower, type Outputs, type Program } from '@chainrule/core';
import { aboutLines } from '../about.ts';
import { outputPaths, slotNames } from '../structure.ts';
import type { VectorOptions } from '../testVectors.ts';
import type { Dialect } from './dialect.ts';
import { type Guarded, guarded } from './guarded.ts';
import { checkNames } from './names.ts';
import { type SqlVectors, sqlVectors } from './vectors.ts';

/** Options of a function in a database. */
export interface SqlFunctionOptions {
  /** The name of the view or the function. Default: `predict`. */
  readonly name?: string;
  /** The columns of inputs that are called otherwise in the table: a name, or one for each number of a vector. */
  readonly columns?: Readonly<Record<string, string | readonly string[]>>;
  /** The rows that it checks itself with. */
  readonly vectors?: VectorOptions;
}

/** A network as it is needed by all forms. */
export interface Model {
  readonly program: Program;
  readonly dialect: Dialect;
  readonly guarded: Guarded;
  readonly vectors: SqlVectors;
  /** The column of each input slot and of each output. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly name: string;
  /** The head comment. */
  readonly about: readonly string[];
}

/**
 * Prepares a network for a database; `kind` is what its `name` is to be the name of.
 * @throws ExportError for names that the database does not take beside each other.
 */
export function modelOf(
  outputs: Outputs,
  { name = 'predict', columns = {}, vectors: options }: SqlFunctionOptions,
  dialect: Dialect,
  kind: string,
  keep: readonly string[] = [],
): Model {
  const program = lower(outputs);
  const inputs = slotNames(program).map(({ field: { name, size }, index }) => {
    const column = (Object.hasOwn(columns, name) ? columns[name] : undefined) ?? name;
    if (typeof column !== 'string') return column[index] ?? `${name}_${index}`;
    return size === undefined ? column : `${column}_${index}`;
  });
  const names = outputPaths(outputs).map((path) => (path.length === 0 ? 'value' : path.join('_')));
  checkNames(inputs, 'input', dialect, 'Give its column another name: { columns: { input: column } }.');
  checkNames([...keep, ...names], 'output', dialect, 'Give the output another name.');
  checkNames([name, `${name}_check`], kind, dialect, 'Choose another { name }.');
  const steps = guarded(program, dialect);
  const vectors = sqlVectors(program, options, dialect, steps);
  const about = [
    ...aboutLines(program, `A network as SQL for ${dialect.name}`, vectors.bound, vectors.given.length),
    ...(steps.held === undefined ? [] : [steps.held.about]),
  ].map(comment);
  return { program, dialect, guarded: steps, vectors, inputs, outputs: names, name, about };
}

const comment = (text: string): string => `-- ${text}`;
