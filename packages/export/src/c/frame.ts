import { ExportError } from '../errors.ts';

/**
 * What stands around the code of a header: the head comment, the guard, and the pragmas that keep compilers from fusing a
 * multiplication with an addition. gcc does not know the standard's pragma, and others do not know gcc's.
 * @throws ExportError if the name is no identifier.
 */
export function frame(name: string, about: readonly string[], lines: readonly string[]): string {
  if (!/^[a-z]\w*$/i.test(name))
    throw new ExportError(
      `toC: the name must be letters, digits and _, beginning with a letter, not ${JSON.stringify(name)}.`,
    );
  const guard = `${name.toUpperCase()}_H`;
  return [
    ...about.map((text) => `/* ${text} */`),
    `#ifndef ${guard}`,
    `#define ${guard}`,
    '',
    '#include <math.h>',
    '#include <stdint.h>',
    '',
    '/* a * b + c is rounded twice, as everywhere: a fused multiply-add would change the bits */',
    '#if defined(__GNUC__) && !defined(__clang__)',
    '#pragma GCC push_options',
    '#pragma GCC optimize("fp-contract=off")',
    '#else',
    '#pragma STDC FP_CONTRACT OFF',
    '#endif',
    '',
    ...lines,
    '#if defined(__GNUC__) && !defined(__clang__)',
    '#pragma GCC pop_options',
    '#endif',
    '',
    '#endif',
    '',
  ].join('\n');
}
