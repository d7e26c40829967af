import type { TestVectors } from '../../testVectors.ts';
import { entry } from '../language.ts';

/** A few steps on the test rows: their losses, and a sum of the parameters after them in which each digit counts. */
export function selfTestLines(
  name: string,
  { rows }: TestVectors,
  { losses, parameters }: { readonly losses: readonly number[]; readonly parameters: Float64Array },
): readonly string[] {
  if (rows.length === 0) return [];
  const guard = name.toUpperCase();
  const expected = [...losses, parameters.reduce((sum, value, i) => sum + value * (1 + (i % 10)), 0)];
  const list = (values: Iterable<number>): string => Array.from(values, (value) => entry(value, 'double')).join();
  return [
    `#define ${guard}_BOUND 0`,
    '',
    '/* The largest error of the losses of a few steps from the start, and of a weighted sum of the parameters after them:',
    '   |found - expected| / max(1, |expected|). The state is set to the start before and after. */',
    `static inline double ${name}_self_test(${name}_state *state) {`,
    `  static const double rows[] = {${list(rows.flatMap((row) => [...row]))}};`,
    `  static const double values[] = {${list(expected)}};`,
    '  double largest = 0;',
    `  ${name}_init(state);`,
    `  for (int t = 0; t < ${expected.length}; t++) {`,
    '    double found = 0, error;',
    `    if (t < ${losses.length}) found = ${name}_train(state, rows, ${rows.length});`,
    `    else for (int i = 0; i < ${guard}_PARAMETERS; i++) found += state->p[i] * (1 + i % 10);`,
    '    if (found == values[t] || (found != found && values[t] != values[t])) continue;',
    '    error = fabs(found - values[t]) / (fabs(values[t]) > 1 ? fabs(values[t]) : 1);',
    '    if (!(error <= largest)) largest = error >= 0 ? error : HUGE_VAL;',
    '  }',
    `  ${name}_init(state);`,
    '  return largest;',
    '}',
    '',
  ];
}
