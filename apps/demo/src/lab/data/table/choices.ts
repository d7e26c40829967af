import type { Source } from '../../state/labState.ts';
import type { Column } from './describeColumns.ts';

/** What a person chooses about a table. */
export type Choices = Omit<Extract<Source, { kind: 'table' }>, 'kind' | 'csv'>;

/** What a column is used for. */
export type Role = 'target' | 'input' | 'encoded' | 'ignored';

/** The name of the column that is predicted: the chosen one, else the last that is used. */
export function targetOf({ target, ignored = [] }: Choices, heading: readonly string[]): string {
  return target !== '' ? target : (heading.findLast((name) => !ignored.includes(name)) ?? (heading.at(-1) as string));
}

/** What a column is used for. */
export function roleOf(name: string, choices: Choices, heading: readonly string[]): Role {
  if (name === targetOf(choices, heading)) return 'target';
  if (choices.ignored?.includes(name)) return 'ignored';
  return choices.encoded?.includes(name) ? 'encoded' : 'input';
}

/** The choices with another use of a column. A target that becomes something else gives its place to the last other column. */
export function withRole(name: string, role: Role, choices: Choices, heading: readonly string[]): Choices {
  const target = targetOf(choices, heading);
  const without = (names: readonly string[] = []): string[] => names.filter((each) => each !== name);
  const ignored = without(choices.ignored);
  const encoded = without(choices.encoded);
  if (role === 'ignored') ignored.push(name);
  if (role === 'encoded') encoded.push(name);
  const { predict, ...rest } = choices;
  if (role === 'target') return { ...rest, target: name, ignored, encoded };
  if (name !== target) return { ...choices, ignored, encoded };
  const next = heading.findLast((each) => each !== name && !ignored.includes(each)) ?? '';
  return { ...rest, target: next, ignored, encoded: encoded.filter((each) => each !== next) };
}

/** Whether a number or a class is predicted: as chosen, else words and the numbers 0 and 1 are classes. */
export function predictOf({ predict }: Choices, { holds, values }: Column): 'number' | 'class' {
  if (predict !== undefined) return predict;
  return holds === 'words' || (values.length === 2 && values[0] === '0' && values[1] === '1') ? 'class' : 'number';
}
