import type { Outputs } from '@chainrule/core';
import { checkSize, ExportError } from '../errors.ts';
import { textsOf } from '../spelling.ts';
import { indented } from '../text.ts';
import { columnsOf, expectedTable, valuesTable, verdict } from './check.ts';
import { modelOf, type SqlFunctionOptions } from './model.ts';
import { identifier } from './names.ts';
import { postgres } from './postgres.ts';

/**
 * A network as a PostgreSQL function with a declared variable for each step, and a second function, `…_check()`, that checks it. Its
 * body names inputs by their numbers, so that no name of an input can hide a variable.
 * @throws ExportError for a name that the database does not take, or a network of more than 100 inputs.
 * @example toPostgresFunction({ celsius }, { name: 'in_celsius' })
 */
export function toPostgresFunction(outputsOf: Outputs, options: SqlFunctionOptions = {}): string {
  const model = modelOf(outputsOf, options, postgres(), 'function');
  const { dialect, guarded, vectors, inputs, outputs, name, about } = model;
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
  const variables = [
    ...(held === undefined ? [] : inputs.map((_, slot) => `${input(slot)} float8 := ${held.text(`$${slot + 1}`)};`)),
    ...steps.named.map((id) => `${nameOf(id)} float8;`),
  ];
  const results = steps.outputs.map((id) => (places.has(id) ? operand(id) : expression(id)));
  const statements = [
    ...steps.named.map((id) => `${nameOf(id)} := ${expression(id)};`),
    ...results.map((text, i) => (isSingle ? `RETURN ${text};` : `${identifier(outputs[i] as string)} := ${text};`)),
  ];
  const parameters = [
    ...inputs.map((column) => `${identifier(column)} float8`),
    ...(isSingle ? [] : outputs.map((output) => `OUT ${identifier(output)} float8`)),
  ];
  const body = [
    ...(variables.length > 0 ? ['DECLARE'] : []),
    ...variables.map(indented),
    'BEGIN',
    ...statements.map(indented),
    'END',
  ];
  const tag = tagFor(body.join('\n'));
  const x = columnsOf('x', inputs);
  return [
    ...about,
    `CREATE OR REPLACE FUNCTION ${identifier(name)}(${parameters.join(', ')})${isSingle ? ` RETURNS float8` : ''}`,
    `LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS ${tag}`,
    ...body,
    `${tag};`,
    '',
    ...(vectors.given.length === 0
      ? []
      : [
          '-- The largest error over the test vectors, and the bound.',
          `CREATE OR REPLACE FUNCTION ${identifier(`${name}_check`)}(OUT error float8, OUT bound float8)`,
          'LANGUAGE sql AS $check$',
          `WITH ${valuesTable('given', ['k', ...x], vectors.given)}, ${expectedTable('expected', model)}`,
          verdict(model),
          `FROM given JOIN expected USING (k), LATERAL ${identifier(name)}(${x.join(', ')}) AS found(${columnsOf('y', outputs).join(', ')})`,
          '$check$;',
          '',
        ]),
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
