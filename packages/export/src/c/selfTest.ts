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
  const list = (numbers: ArrayLike<number>, its: CType): string =>
    `{${Array.from(numbers, (value) => entry(value, its)).join()}}`;
  const [slots, results] = [program.slots, program.outputs.length].map((count) => Math.max(1, count));
  return [
    '/* What model_self_test gives at most. */'.replace('model', name),
    `#define ${guard}_BOUND ${bound}`,
    '',
    '/* The largest error over the test vectors: |found - expected| / max(1, |expected|), 0 for NaN where NaN is expected. */',
    `static inline double ${name}_self_test(void) {`,
    ...(rows.length > 0
      ? [
          `  static const ${type} rows[][${slots}] = {`,
          ...rows.map((row) => `    ${list(row.length > 0 ? row : [0], type)},`),
          '  };',
        ]
      : []),
    ...(fills.length > 0 ? [`  static const ${type} fills[] = ${list(fills, type)};`] : []),
    `  static const double values[][${results}] = {`,
    ...values.map((each) => `    ${list(each.length > 0 ? each : [0], 'double')},`),
    '  };',
    '  double largest = 0;',
    `  for (int t = 0; t < ${values.length}; t++) {`,
    `    ${type} x[${slots}], y[${results}];`,
    `    for (int i = 0; i < ${program.slots}; i++) x[i] = ${valueText(rows.length, fills.length)};`,
    ...(program.slots === 0 ? ['    x[0] = 0;'] : []),
    `    ${name}_predict(x, y);`,
    `    for (int i = 0; i < ${program.outputs.length}; i++) {`,
    '      const double found = (double)y[i], expected = values[t][i];',
    '      double error;',
    '      if (found == expected || (found != found && expected != expected)) continue;',
    '      error = fabs(found - expected) / (fabs(expected) > 1 ? fabs(expected) : 1);',
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

function valueText(rows: number, fills: number): string {
  if (fills === 0) return 'rows[t][i]';
  return rows === 0 ? 'fills[t]' : `t < ${rows} ? rows[t][i] : fills[t - ${rows}]`;
}
