import type { Program } from '@chainrule/core';
import { bare } from '../spelling.ts';
import type { TestVectors } from '../testVectors.ts';
import { printedVectors } from '../vectorText.ts';
import { pythonLanguage } from './language.ts';

/** What a module checks itself with. */
export function selfTestLines(tests: TestVectors, { slots }: Program): readonly string[] {
  if (tests.rows.length === 0) return [];
  const { rows, fills, values } = printedVectors(tests);
  const { number } = pythonLanguage();
  const list = (numbers: Float64Array): string => `[${Array.from(numbers, (value) => bare(number(value))).join(', ')}]`;
  return [
    '# What self_test gives at most: the bits are the same.',
    'BOUND = 0.0',
    '',
    '_ROWS = [',
    ...rows.map((row) => `  ${list(row)},`),
    ']',
    `_ROWS += [[value] * ${slots} for value in ${list(Float64Array.from(fills))}]`,
    '_VALUES = [',
    ...values.map((each) => `  ${list(each)},`),
    ']',
    '',
    '',
    '# The largest error over the test vectors: |found - expected| / max(1, |expected|), 0 for NaN where NaN is expected.',
    'def self_test():',
    '  largest = 0.0',
    '  for row, expected_values in zip(_ROWS, _VALUES):',
    '    for found, expected in zip(predict_list(row), expected_values):',
    '      if found == expected or (found != found and expected != expected):',
    '        continue',
    '      error = abs(found - expected) / max(1.0, abs(expected))',
    '      if not error <= largest:',
    '        largest = error if error >= 0.0 else math.inf',
    '  return largest',
    '',
    '',
    'if __name__ == "__main__":',
    '  import sys',
    '  error = self_test()',
    '  print("largest error", error, "bound", BOUND)',
    '  sys.exit(0 if error <= BOUND else 1)',
    '',
  ];
}
