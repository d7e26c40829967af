import type { Program } from '@chainrule/core';
import { boundedVectors } from '../sensitivity.ts';
import { testVectors, type VectorLimits, type VectorOptions } from '../testVectors.ts';
import { cases } from './cases.ts';
import type { Dialect, Held } from './dialect.ts';

/** Test vectors with a row of NULLs at the end, where there are inputs. */
export interface SqlVectors {
  /** The error that can be promised. */
  readonly bound: number;
  /** Rows as lists of texts, and expected values. */
  readonly given: readonly (readonly string[])[];
  readonly expected: readonly (readonly string[])[];
}

/** The rows that a query checks itself with. `isConstant` says which outputs depend on no input. */
export function sqlVectors(
  program: Program,
  options: VectorOptions | undefined,
  { number }: Dialect,
  held: Held | undefined,
  isConstant: readonly boolean[],
): SqlVectors {
  const takesNaN = number(Number.NaN) !== 'NULL';
  const limits: VectorLimits = {
    extremes: [0, 1e4, -1e4, ...(takesNaN ? [Number.NaN] : []), ...(held === undefined ? [1e308, -1e308] : [])],
  };
  const { tests, bound } = boundedVectors(program, testVectors(program, options, limits), {
    unit: 2 ** -51,
    bound: 1e-12,
  });
  const given = tests.rows.map((row) => Array.from(row, number));
  const expected = tests.values.map((list) => Array.from(list, number));
  if (given.length > 0 && program.slots > 0) {
    given.push(Array.from({ length: program.slots }, () => 'NULL'));
    const first = tests.values[0] as Float64Array;
    expected.push(isConstant.map((constant, i) => (constant ? number(first[i] as number) : 'NULL')));
  }
  return { bound, given, expected };
}

/** Rows after VALUES, each after its number. */
export const valuesText = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map((row, k) => `(${[k, ...row].join(', ')})${k < rows.length - 1 ? ',' : ''}`);

/**
 * The largest error of a row: |found − expected| / max(1, |expected|), 0 where both are equal or NULL, infinite where only one is.
 */
export function largestError(found: readonly string[], expected: readonly string[], dialect: Dialect): string {
  const { number, greatest } = dialect;
  const [zero, one, infinity] = [0, 1, Number.POSITIVE_INFINITY].map(number) as [string, string, string];
  let errors = found.map((y, i) => {
    const e = expected[i] as string;
    return cases(
      [
        [`${y} = ${e} OR (${y} IS NULL AND ${e} IS NULL)`, zero],
        [`${y} IS NULL OR ${e} IS NULL OR abs(${e}) = ${infinity}`, infinity],
      ],
      `abs(${y} - ${e}) / ${greatest}(${one}, abs(${e}))`,
    );
  });
  do {
    const groups = Math.ceil(errors.length / 30);
    errors = Array.from(
      { length: groups },
      (_, g) => `${greatest}(${[zero, ...errors.slice(30 * g, 30 * g + 30)].join(', ')})`,
    );
  } while (errors.length > 1);
  return errors[0] as string;
}
