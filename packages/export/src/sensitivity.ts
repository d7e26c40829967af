import { type Program, primitiveOf, randomGenerator } from '@chainrule/core';
import { knownValues, operationValue } from './terms.ts';
import { errorOf, type TestVectors } from './testVectors.ts';

/** What a target that cannot have the interpreter's bits promises. */
export interface Inexact {
  /** How far one of its operations may be off, relative. */
  readonly unit: number;
  /** The error that is promised for networks that do not amplify such errors beyond it. */
  readonly bound: number;
}

/**
 * The bound that an artefact can state: four times the errors that the network makes of operations that are off by up to `unit`, at
 * the typical rows, or what is promised if that is more. Extreme rows at which it makes more of them are left out of the vectors.
 */
export function boundedVectors(
  program: Program,
  tests: TestVectors,
  { unit, bound }: Inexact,
): { readonly tests: TestVectors; readonly bound: number } {
  const known = knownValues(program);
  const errors = tests.rows.map((_, t) => 4 * sensitivity(program, known, tests, t, unit));
  const stated = Math.max(bound, ...errors.slice(0, tests.typical));
  const keeps = (_: Float64Array, t: number): boolean => (errors[t] as number) <= stated;
  return {
    tests: { ...tests, rows: tests.rows.filter(keeps), values: tests.values.filter(keeps) },
    bound: stated,
  };
}

/** The largest error of a test vector over four trials in which every operation is off by `unit` in a random direction. */
function sensitivity(
  program: Program,
  known: readonly (number | undefined)[],
  { rows, values }: TestVectors,
  t: number,
  unit: number,
): number {
  const { integer } = randomGenerator(1);
  const moved = new Float64Array(program.length);
  let largest = 0;
  for (let trial = 0; trial < 4; trial++) {
    for (let id = 0; id < program.length; id++) {
      const primitive = primitiveOf(program, id);
      const exact = known[id];
      if (exact !== undefined) moved[id] = exact;
      else if (primitive === undefined) moved[id] = rows[t]?.[program.aux[id] as number] as number;
      else {
        const value = operationValue(program, id, primitive, moved);
        moved[id] = primitive.name === 'less' ? value : value * (1 + (integer(2) === 0 ? -unit : unit));
      }
    }
    program.outputs.forEach((id, i) => {
      largest = Math.max(largest, errorOf(moved[id] as number, values[t]?.[i] as number));
    });
  }
  return largest;
}
