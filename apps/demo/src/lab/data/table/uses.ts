import { type Choices, predictOf, type Role, roleOf, targetOf } from './choices.ts';
import type { Column } from './describeColumns.ts';
import { quote } from './quote.ts';
import { refuse } from './refuse.ts';

/** A column that is used, and what for. */
export interface Use {
  /** Which cell of a row. */
  readonly at: number;
  readonly column: Column;
  readonly role: Exclude<Role, 'ignored'>;
  /** Whether the cells are read as numbers. */
  readonly isNumber: boolean;
}

/**
 * The columns that are used.
 * @throws LabError if a column is chosen that is not there.
 */
export function usesOf(columns: readonly Column[], choices: Choices): readonly Use[] {
  const heading = columns.map(({ name }) => name);
  const chosen = [targetOf(choices, heading), ...(choices.ignored ?? []), ...(choices.encoded ?? [])];
  const unknown = chosen.filter((name) => !heading.includes(name));
  refuse(unknown.map((name) => `There is no column ${quote(name)}. There are: ${heading.map(quote).join(', ')}.`));
  return columns.flatMap((column, at) => {
    const role = roleOf(column.name, choices, heading);
    if (role === 'ignored') return [];
    const isNumber = role === 'target' ? predictOf(choices, column) === 'number' : role === 'input';
    return [{ at, column, role, isNumber }];
  });
}

/** The inputs that a column becomes: one, or one for each word. */
export function inputsOf({ role, column: { name, values } }: Use): readonly string[] {
  if (role === 'target') return [];
  return role === 'encoded' ? values.map((word) => `${name}=${word}`) : [name];
}
