import { type Program, tileLength } from '@chainrule/core';
import type { BatchBody } from '../../code/batch.ts';
import type { Routines } from '../../code/routines.ts';
import { indented } from '../../text.ts';

/** Loss and gradient of a batch, the sums in the order of core's definition: even and odd samples of a tile apart, tile after tile. */
export function trainLines(
  body: BatchBody,
  { slots }: Program,
  parts: readonly [before: Routines, each: Routines, after: Routines],
): readonly string[] {
  const { sums } = body;
  const [before, each, after] = parts;
  const isRun = sums.every((place, i) => place === (sums[0] as number) + i);
  const place = isRun ? `${sums[0] ?? 0} + i` : 'sums[i]';
  const uses = new Set(parts.flatMap((routines) => [...routines.uses]));
  const ifUsed = (array: string, line: string): string[] => (uses.has(array) ? [line] : []);
  return [
    'double *u = state->u, *even = state->even, *odd = state->odd;',
    ...ifUsed('p', 'const double *p = state->p;'),
    ...ifUsed('m', 'double *m = state->m;'),
    ...ifUsed('n', 'const double n = count;'),
    ...(isRun ? [] : [`static const int sums[] = {${sums.join()}};`]),
    `for (int i = 0; i < ${sums.length}; i++) u[${place}] = even[${place}] = odd[${place}] = 0;`,
    ...before.calls,
    'for (int s = 0; s < count; s++) {',
    ...ifUsed('x', `  const double *x = rows + (long)s * ${slots};`),
    ...ifUsed('e', '  double *e = s % 2 == 0 ? even : odd;'),
    ...each.calls.map(indented),
    `  if ((s + 1) % ${tileLength} == 0 || s + 1 == count)`,
    `    for (int i = 0; i < ${sums.length}; i++) {`,
    `      u[${place}] += even[${place}] + odd[${place}];`,
    `      even[${place}] = odd[${place}] = 0;`,
    '    }',
    '}',
    ...(uses.has('x') ? [] : ['(void)rows;']),
    ...after.calls,
  ];
}
