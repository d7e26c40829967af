import { quote } from './quote.ts';
import { inputsOf, type Use } from './uses.ts';

const mostInputs = 500;
const mostClasses = 100;
const mostWords = 50;

/** What is wrong with the columns that are used, all of them together. */
export function columnsProblems(uses: readonly Use[]): string[] {
  const problems: string[] = [];
  if (uses.length < 2) problems.push('All columns but one are ignored. Use at least one as input.');
  const inputs = uses.flatMap(inputsOf);
  if (inputs.length > mostInputs)
    problems.push(`The table has ${inputs.length} inputs, the Lab takes ${mostInputs}. Ignore some columns.`);
  const names = [...inputs, ...uses.flatMap(({ role, column }) => (role === 'target' ? [column.name] : []))];
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) problems.push(`Two columns would be called ${quote(twice)}. Rename one.`);
  return problems;
}

/** What is wrong with a column for what it is used for, if anything. */
export function columnProblem({ role, column, isNumber }: Use): string | undefined {
  const { holds, values } = column;
  const name = `Column ${quote(column.name)}`;
  const some = `${values.slice(0, 3).map(quote).join(', ')}${values.length > 3 ? ', …' : ''}`;
  if (holds === 'nothing') return `${name} has no values. Ignore it.`;
  if (isNumber && holds === 'words')
    return `${name} holds words (${some}), no numbers. ${role === 'target' ? 'Predict a class.' : 'Ignore it, or make an input of each word.'}`;
  if (role === 'encoded' && values.length > mostWords)
    return `${name} has ${values.length} different words (${some}), at most ${mostWords} become inputs. Ignore it.`;
  if (role !== 'target' || isNumber) return undefined;
  if (values.length < 2)
    return `${name} is ${some} in every row: there is nothing to tell apart. Predict another column.`;
  if (values.length > mostClasses)
    return `${name} has ${values.length} different values (${some}), the Lab tells ${mostClasses} classes apart. Predict ${holds === 'numbers' ? 'a number' : 'another column'}.`;
  return undefined;
}
