import type { BatchBody } from '../../code/batch.ts';
import type { Language } from '../../code/language.ts';
import { straight } from '../../code/straight.ts';
import type { Tables } from '../../code/tables.ts';
import { stepRule, stepsOf } from '../../steps.ts';
import { termsOf } from '../../terms.ts';
import { indented } from '../../text.ts';
import type { Rule } from '../../training/rule.ts';

/** The optimizer's step for all trained parameters. */
export function updateLines(
  rule: Rule,
  language: Language,
  slots: readonly number[],
  body: BatchBody,
  tables: Tables,
  fresh: (prefix: string) => string,
): readonly string[] {
  const place = slots.every((slot, j) => slot === j) ? 'j' : `${tables.name(slots, 'places')}[j]`;
  const { number } = language;
  const terms = termsOf(rule.program, (slot) => `s${slot}`);
  const { pieces } = straight(stepsOf(terms, stepRule), language, {
    input: (slot) => {
      const which = rule.inputs[slot];
      if (which === 'gradient') return `u[${body.outputs + 1} + j]`;
      return which === 'parameter' ? `state->p[${place}]` : `state->memory[${which}][j]`;
    },
    output: (i) => `next${i}`,
    memory: () => '',
    fresh,
    largest: Number.POSITIVE_INFINITY,
  });
  const next = Array.from({ length: 1 + rule.memory }, (_, i) => `next${i}`);
  return [
    ...rule.scalars.map((scalar, slot) => {
      if (scalar.kind === 'constant') return `const double s${slot} = ${number(scalar.value)};`;
      const power = language.primitives.power([number(scalar.beta), '(state->step + 1.0)']);
      return `const double s${slot} = 1.0 / (1.0 - ${power});`;
    }),
    `for (int j = 0; j < ${slots.length}; j++) {`,
    `  double ${next.join(', ')};`,
    ...pieces.flat().map(indented),
    `  state->p[${place}] = next0;`,
    ...next.slice(1).map((text, k) => `  state->memory[${k}][j] = ${text};`),
    '}',
  ];
}
