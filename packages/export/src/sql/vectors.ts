import type { Program } from '@chainrule/core';
import { boundedVectors } from '../sensitivity.ts';
import { testVectors, type VectorLimits, type VectorOptions } from '../testVectors.ts';
import type { Dialect } from './dialect.ts';
import type { Guarded } from './guarded.ts';

/** Test vectors with a row of NULLs at the end, where there are inputs. */
export interface SqlVectors {
  /** The error that can be promised. */
  readonly bound: number;
  /** Rows as lists of texts, and expected values. */
  readonly given: readonly (readonly string[])[];
  readonly expected: readonly (readonly string[])[];
}

/** The rows that a query checks itself with. */
export function sqlVectors(
  program: Program,
  options: VectorOptions | undefined,
  { number }: Dialect,
  { held, steps }: Guarded,
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
    const isConstant = (id: number): boolean => steps.terms[id]?.kind === 'number';
    expected.push(steps.outputs.map((id, i) => (isConstant(id) ? number(first[i] as number) : 'NULL')));
  }
  return { bound, given, expected };
}
