import { cases } from './cases.ts';
import type { Dialect } from './dialect.ts';
import { grouped } from './grouped.ts';
import type { Model } from './model.ts';

/** The columns of a check: `x0`, `x1`, … */
export const columnsOf = (letter: 'x' | 'y' | 'e', list: readonly unknown[]): readonly string[] =>
  list.map((_, i) => `${letter}${i}`);

/** Rows as a table of a WITH clause; the first of its columns numbers them. */
export const valuesTable = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string => `${name}(${columns.join(', ')}) AS (VALUES
${rows.map((row, k) => `(${[k, ...row].join(', ')})`).join(',\n')}
)`;

/** The values that are expected, likewise. */
export const expectedTable = (name: string, { outputs, vectors }: Model): string =>
  valuesTable(name, ['k', ...columnsOf('e', outputs)], vectors.expected);

/** Selects the largest error of results `y0`, … beside what is expected, and the bound. */
export const verdict = ({ outputs, vectors, dialect }: Model): string =>
  `SELECT max(${largestError(columnsOf('y', outputs), dialect)}) AS error, ${dialect.number(vectors.bound)} AS bound`;

/** The largest error of a row: |y − e| / max(1, |e|), 0 where both are equal or NULL, infinite where only one is. */
function largestError(found: readonly string[], { number, greatest }: Dialect): string {
  const [zero, one, infinity] = [0, 1, Number.POSITIVE_INFINITY].map(number) as [string, string, string];
  const errors = found.map((y, i) =>
    cases(
      [
        [`${y} = e${i} OR (${y} IS NULL AND e${i} IS NULL)`, zero],
        [`${y} IS NULL OR e${i} IS NULL OR abs(e${i}) = ${infinity}`, infinity],
      ],
      `abs(${y} - e${i}) / ${greatest}(${one}, abs(e${i}))`,
    ),
  );
  return grouped(errors, 30, (group) => `${greatest}(${[zero, ...group].join(', ')})`);
}
