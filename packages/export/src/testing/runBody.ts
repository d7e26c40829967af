import { interpreter, type Program } from '@chainrule/core';
import type { Body } from '../code/body.ts';
import type { Language } from '../code/language.ts';
import { routinesOf } from '../code/routines.ts';
import { library } from '../elementary/library.ts';
import { javascriptLanguage } from '../javascript/language.ts';
import { javascriptPrelude } from '../javascript/prelude.ts';

/** The language that bodies are run in. */
export const language: Language = javascriptLanguage(undefined, 'bundled');

/** The values that a body in JavaScript gives for a row. */
export function runBody(body: Body, program: Program, row: Float64Array): Float64Array {
  const { definitions, calls } = routinesOf(body.routines, language);
  const lines = [
    ...library(definitions, language, javascriptPrelude(language)),
    ...body.tables,
    ...definitions,
    ...calls,
  ];
  const y = new Float64Array(program.outputs.length).fill(-12345);
  new Function('x', 'm', 'y', lines.join('\n'))(row, new Float64Array(body.memory).fill(Number.NaN), y);
  return y;
}

/** The values that core's interpreter gives for a row. */
export function interpreted(program: Program, row: Float64Array): Float64Array {
  const values = new Float64Array(program.outputs.length);
  interpreter(program).run(
    Array.from(row, (_, slot) => row.subarray(slot, slot + 1)),
    1,
    Array.from(values, (_, i) => values.subarray(i, i + 1)),
  );
  return values;
}
