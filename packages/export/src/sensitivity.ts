import { type Program, primitiveOf, randomGenerator } from '@chainrule/core';
import { knownValues, operationValue } from './terms.ts';
import { errorOf, type TestVectors, testVectors, type VectorLimits, type VectorOptions } from './testVectors.ts';

/** What a target that cannot have the interpreter's bits promises. */
export interface Inexact {
  /** How far one of its operations may be off, relative. */
  readonly unit: number;
  /** The error that is promised for networks that do not amplify such errors beyond it. */
  readonly bound: number;
  /** What its values can hold, such as `Math.fround`; all numbers by default. */
  readonly rounded?: (value: number) => number;
}

/**
 * The bound that an artefact can state: four times the errors that the network makes of operations that are off by up to `unit`, at
 * the typical rows, or what is promised if that is more. Extreme rows at which it makes more of them are left out of the vectors, and so
 * are rows for which its values are too large to hold. A target that is not inexact keeps all vectors, and the bound is 0.
 */
export function boundedVectors(
  program: Program,
  tests: TestVectors,
  inexact: Inexact | undefined,
): { readonly tests: TestVectors; readonly bound: number } {
  if (inexact === undefined) return { tests, bound: 0 };
  const errors = errorsOf(program, tests, inexact);
  const stated = Math.max(inexact.bound, ...errors.slice(0, tests.typical).filter(Number.isFinite));
  const keeps = (_: Float64Array, t: number): boolean => (errors[t] as number) <= stated;
  return {
    tests: { ...tests, rows: tests.rows.filter(keeps), values: tests.values.filter(keeps) },
    bound: stated,
  };
}

/**
 * Test vectors for a target whose bound is so wide that a wrong digit may hide below it: of four times as many typical rows, those at
 * which the network makes most of errors, as long as the bound need not be wider for them; as many of data as else.
 */
export function tellingVectors(
  program: Program,
  options: VectorOptions | undefined,
  limits: VectorLimits,
  inexact: Inexact,
): ReturnType<typeof boundedVectors> {
  const few = testVectors(program, options, limits);
  // a row of a large network depends on all of it
  if (program.length > 50_000 || few.typical < 2) return boundedVectors(program, few, inexact);
  const many = testVectors(program, { ...options, count: 4 * (options?.count ?? 16) }, limits);
  const errors = errorsOf(program, many, inexact).slice(0, many.typical);
  const rank = (error: number): number => (error <= inexact.bound ? -error : error);
  const order = [...errors.keys()].sort((a, b) => rank(errors[a] as number) - rank(errors[b] as number));
  const { fromData = 0 } = many;
  const data = order.filter((t) => t < fromData).slice(0, few.fromData);
  const chosen = [...data, ...order.filter((t) => t >= fromData).slice(0, few.typical - data.length)];
  const extreme = [...few.rows.keys()].slice(few.typical);
  const pick = (from: 'rows' | 'values'): Float64Array[] => [
    ...chosen.map((t) => many[from][t] as Float64Array),
    ...extreme.map((t) => few[from][t] as Float64Array),
  ];
  const tests = { rows: pick('rows'), values: pick('values'), typical: few.typical };
  return boundedVectors(program, tests, inexact);
}

/** Four times the error of each test vector. */
function errorsOf(program: Program, tests: TestVectors, inexact: Inexact): readonly number[] {
  const known = knownValues(program);
  return tests.rows.map((_, t) => 4 * sensitivity(program, known, tests, t, inexact));
}

/** The largest error of a test vector over four trials in which every operation is off by `unit` in a random direction. */
function sensitivity(
  program: Program,
  known: readonly (number | undefined)[],
  { rows, values }: TestVectors,
  t: number,
  { unit, rounded = (value) => value }: Inexact,
): number {
  const { integer } = randomGenerator(1);
  const moved = new Float64Array(program.length);
  let largest = 0;
  for (let trial = 0; trial < 4; trial++) {
    for (let id = 0; id < program.length; id++) {
      const primitive = primitiveOf(program, id);
      const exact = known[id];
      if (exact !== undefined) moved[id] = rounded(exact);
      else if (primitive === undefined) moved[id] = rounded(rows[t]?.[program.aux[id] as number] as number);
      else {
        const value = operationValue(program, id, primitive, moved);
        moved[id] = rounded(primitive.name === 'less' ? value : value * (1 + (integer(2) === 0 ? -unit : unit)));
      }
    }
    program.outputs.forEach((id, i) => {
      largest = Math.max(largest, errorOf(moved[id] as number, values[t]?.[i] as number));
    });
  }
  return largest;
}
