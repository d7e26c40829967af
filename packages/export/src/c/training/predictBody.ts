import { discover } from '@chainrule/blocks';
import { lower, type Outputs, type Program } from '@chainrule/core';
import { loopBody } from '../../code/body.ts';
import type { Language } from '../../code/language.ts';
import { routinesOf, rowParameters } from '../../code/routines.ts';
import { ExportError } from '../../errors.ts';
import { indented } from '../../text.ts';
import { cLanguage } from '../language.ts';
import { bodyRule } from './bodyRule.ts';

/** How a header predicts with the parameters of a state. */
export interface PredictBody {
  /** How many outputs there are. */
  readonly count: number;
  readonly tables: readonly string[];
  readonly definitions: readonly string[];
  readonly lines: readonly string[];
}

/** `model_predict` of the parameters in a state. */
export function predictBody(outputs: Outputs, loss: Program, name: string): PredictBody {
  const program = lower(outputs);
  const slots = program.parameters.map((parameter) => loss.parameters.indexOf(parameter));
  const stranger = program.parameters[slots.indexOf(-1)];
  if (stranger !== undefined)
    throw new ExportError(
      `toCTraining: the outputs depend on a parameter (${stranger.name ?? stranger.value}) that the loss does not depend on. Leave it out, or make it a constant.`,
    );
  const own = cLanguage('double', name, 'bundled');
  const language: Language = { ...own, own: (each) => own.own(`predict_${each}`) };
  const body = loopBody(discover(program), language, bodyRule, true);
  const arrays = [...rowParameters, ['p', 'numbers']] as const;
  const { definitions, calls, uses } = routinesOf(body.routines, language, arrays);
  const isAll = slots.every((slot, i) => slot === i);
  return {
    count: program.outputs.length,
    tables: body.tables,
    definitions,
    lines: [
      '/* The outputs y for the inputs x, both in their order, with the parameters as they are. */',
      `static inline void ${name}_predict(const ${name}_state *state, const double *x, double *y) {`,
      ...(body.memory > 0 ? [`  double m[${body.memory}];`] : []),
      ...(isAll
        ? ['  const double *p = state->p;']
        : [
            `  static const int places[] = {${slots.join()}};`,
            `  double p[${slots.length}];`,
            `  for (int i = 0; i < ${slots.length}; i++) p[i] = state->p[places[i]];`,
          ]),
      ...calls.map(indented),
      ...(uses.has('x') ? [] : ['  (void)x;']),
      ...(uses.has('p') ? [] : ['  (void)p;']),
      '}',
      '',
    ],
  };
}
