import { checkSize, ExportError } from '../errors.ts';
import { textsOf } from '../spelling.ts';
import { indented } from '../text.ts';
import { identifier } from './names.ts';
import { comment } from './select.ts';
import type { Model } from './toSql.ts';
import { largestError, valuesText } from './vectors.ts';

/**
 * A network as a PostgreSQL function with a declared variable for each step, and a second function that checks it. Its body
 * names inputs by their numbers, so that no name of an input can hide a variable.
 */
export function plpgsqlText({ dialect, guarded, vectors, bound, inputs, outputs, name, about }: Model): string {
  checkSize(inputs.length, {
    target: 'toSql (PostgreSQL)',
    what: 'inputs',
    limit: 100,
    wayOut: "A function takes no more parameters. Use { form: 'view' } or 'select'.",
  });
  for (const column of [...inputs, ...outputs])
    if (/^\$\d+$/.test(column))
      throw new ExportError(
        `toSql: a function has no parameter ${JSON.stringify(column)}, as it numbers its own so. Give it another name, or use { form: 'view' }.`,
      );
  const taken = new Set(inputs.map((column) => column.toLowerCase()));
  const isSingle = outputs.length === 1;
  for (const output of isSingle ? [] : outputs)
    if (taken.has(output.toLowerCase()))
      throw new ExportError(
        `toSql: a function has no output ${JSON.stringify(output)} beside an input of that name. Give the output another name, or use { form: 'view' }.`,
      );
  const { steps, special, held } = guarded;
  const fresh = freshPrefix([...inputs, ...outputs]);
  const places = new Map(steps.named.map((id, i) => [id, `${fresh}s${i}`]));
  const nameOf = (id: number): string => places.get(id) as string;
  const input = (slot: number): string => (held === undefined ? `$${slot + 1}` : `${fresh}x${slot}`);
  const { operand, expression } = textsOf(steps, { ...dialect, input, special }, nameOf);
  const inputNames = inputs.map((_, slot) => input(slot));
  const variables = [
    ...(held === undefined
      ? []
      : inputNames.map((x, slot) => `${x} ${dialect.type} := ${dialect.held?.(`$${slot + 1}`, held)};`)),
    ...steps.named.map((id) => `${nameOf(id)} ${dialect.type};`),
  ];
  const results = steps.outputs.map((id) => (places.has(id) ? operand(id) : expression(id)));
  const statements = [
    ...steps.named.map((id) => `${nameOf(id)} := ${expression(id)};`),
    ...results.map((text, i) => (isSingle ? `RETURN ${text};` : `${identifier(outputs[i] as string)} := ${text};`)),
  ];
  const parameters = [
    ...inputs.map((column) => `${identifier(column)} ${dialect.type}`),
    ...(isSingle ? [] : outputs.map((output) => `OUT ${identifier(output)} ${dialect.type}`)),
  ];
  const body = [
    ...(variables.length > 0 ? ['DECLARE'] : []),
    ...variables.map(indented),
    'BEGIN',
    ...statements.map(indented),
    'END',
  ];
  const tag = tagFor(body.join('\n'));
  const lines = [
    `CREATE OR REPLACE FUNCTION ${identifier(name)}(${parameters.join(', ')})${isSingle ? ` RETURNS ${dialect.type}` : ''}`,
    `LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS ${tag}`,
    ...body,
    `${tag};`,
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
    `CREATE OR REPLACE FUNCTION ${identifier(`${name}_check`)}(OUT error ${dialect.type}, OUT bound ${dialect.type})`,
    'LANGUAGE sql AS $check$',
    `WITH given(${['k', ...x].join(', ')}) AS (VALUES`,
    ...valuesText(vectors.given),
    `), expected(${['k', ...e].join(', ')}) AS (VALUES`,
    ...valuesText(vectors.expected),
    ')',
    `SELECT max(${largestError(y, e, dialect)}), ${dialect.number(bound)}`,
    `FROM given JOIN expected USING (k), LATERAL ${identifier(name)}(${x.join(', ')}) AS found(${y.join(', ')})`,
    '$check$;',
    '',
  ].join('\n');
}

/** What no name begins with. */
function freshPrefix(names: readonly string[]): string {
  let prefix = '';
  while (names.some((name) => new RegExp(`^${prefix}[sx]\\d`, 'i').test(name))) prefix += '_';
  return prefix;
}

/** A dollar quote that a text does not hold. */
function tagFor(text: string): string {
  let tag = 'network';
  while (text.includes(`$${tag}$`)) tag += '_';
  return `$${tag}$`;
}
