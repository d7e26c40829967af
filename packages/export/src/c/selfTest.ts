import type { Program } from '@chainrule/core';
import type { TestVectors } from '../testVectors.ts';
import { printedVectors } from '../vectorText.ts';
import { type CType, entry } from './language.ts';

/** What a header checks itself with. */
export function selfTestLines(
  tests: TestVectors,
  bound: number,
  { name, type, program }: { readonly name: string; readonly type: CType; readonly program: Program },
): readonly string[] {
  if (tests.rows.length === 0) return [];
  const { rows, fills, values } = printedVectors(tests);
  const guard = name.toUpperCase();
  // C has no empty arrays
  const list = (numbers: ArrayLike<number>, its: CType): string =>
    `{${Array.from(numbers, (value) => entry(value, its)).join() || '0'}}`;
  const [slots, results] = [program.slots, program.outputs.length].map((count) => Math.max(1, count));
  return [
    `/* What ${name}_self_test gives at most. */`,
    `#define ${guard}_BOUND ${bound}`,
    '',
    '/* The largest error over the test vectors: |found - expected| / max(1, |expected|), 0 for NaN where NaN is expected. */',
    `static inline double ${name}_self_test(void) {`,
    `  static const ${type} rows[][${slots}] = {`,
    rows.map((row) => `    ${list(row, type)},`).join('\n') || '    {0},',
    '  };',
    `  static const ${type} fills[] = ${list(fills, type)};`,
    `  static const double values[][${results}] = {`,
    ...values.map((each) => `    ${list(each, 'double')},`),
    '  };',
    '  double largest = 0;',
    `  for (int t = 0; t < ${values.length}; t++) {`,
    `    ${type} x[${slots}] = {0}, y[${results}];`,
    `    for (int i = 0; i < ${program.slots}; i++) x[i] = t < ${rows.length} ? rows[t][i] : fills[t - ${rows.length}];`,
    `    ${name}_predict(x, y);`,
    `    for (int i = 0; i < ${program.outputs.length}; i++) {`,
    '      const double found = (double)y[i], expected = values[t][i];',
    '      if (found == expected || (found != found && expected != expected)) continue;',
    '      const double error = fabs(found - expected) / (fabs(expected) > 1 ? fabs(expected) : 1);',
    '      if (!(error <= largest)) largest = error >= 0 ? error : HUGE_VAL;',
    '    }',
    '  }',
    '  return largest;',
    '}',
    '',
    `#ifdef ${guard}_MAIN`,
    '#include <stdio.h>',
    '',
    'int main(void) {',
    `  const double error = ${name}_self_test();`,
    `  printf("largest error %g, bound %g\\n", error, (double)${guard}_BOUND);`,
    `  return error <= ${guard}_BOUND ? 0 : 1;`,
    '}',
    '#endif',
    '',
  ];
}
