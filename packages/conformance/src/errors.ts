import { leafCode, lower, primitiveOf, randomGenerator } from '@chainrule/core';
import { expected, type Net } from './nets/net.ts';

/** |found − expected| / max(1, |expected|), as artefacts measure it: 0 for NaN where NaN is expected. */
function errorOf(found: number, expected: number): number {
  if (found === expected || (Number.isNaN(found) && Number.isNaN(expected))) return 0;
  const error = Math.abs(found - expected) / Math.max(1, Math.abs(expected));
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}

/** For each row, the largest error of its outputs; lists are one per output. If `exact`, a zero of the other sign is an error too. */
export function rowErrors(
  found: readonly Float64Array[],
  expected: readonly Float64Array[],
  exact: boolean,
): Float64Array {
  const errors = new Float64Array(expected[0]?.length ?? 0);
  expected.forEach((list, i) => {
    for (let row = 0; row < list.length; row++) {
      const [value, wanted] = [found[i]?.[row] ?? Number.POSITIVE_INFINITY, list[row] as number];
      const error = exact && wanted === 0 && !Object.is(value, wanted) ? 1 : errorOf(value, wanted);
      errors[row] = Math.max(errors[row] as number, error);
    }
  });
  return errors;
}

/** Rows whose largest output is another one than expected. */
export function otherChoices(found: readonly Float64Array[], expected: readonly Float64Array[]): number {
  const choice = (lists: readonly Float64Array[], row: number): number => {
    const values = lists.map((list) => list[row] as number);
    return values.indexOf(Math.max(...values));
  };
  let others = 0;
  for (let row = 0; row < (expected[0]?.length ?? 0); row++) if (choice(found, row) !== choice(expected, row)) others++;
  return others;
}

/**
 * For each of some rows, the error that the network itself makes of operations that are each off by up to `unit`, relative, and of
 * values that hold what `rounded` gives: what no target without the interpreter's bits can be better than.
 */
export function unavoidable(
  net: Pick<Net, 'outputs' | 'columns'>,
  unit: number,
  rows: readonly number[],
  rounded: (value: number) => number = (value) => value,
): Float64Array {
  const program = lower(net.outputs);
  const wanted = expected(net);
  const { uniform } = randomGenerator(1);
  const errors = new Float64Array(wanted[0]?.length ?? 0);
  const values = new Float64Array(program.length);
  const moved = (id: number, row: number): number => {
    const primitive = primitiveOf(program, id);
    const about = program.aux[id] as number;
    if (primitive === undefined)
      return program.op[id] === leafCode.constant
        ? about
        : ((program.op[id] === leafCode.input
            ? net.columns[about]?.[row]
            : program.parameters[about]?.value) as number);
    const args = Array.from(
      program.args.subarray(program.argStart[id], program.argStart[id + 1]),
      (arg) => values[arg],
    );
    const f = primitive.value as (...numbers: unknown[]) => number;
    const value = primitive.arity === undefined ? (args.reduce((a, b) => f(a, b)) as number) : f(...args);
    return primitive.name === 'less' ? value : value * (1 + (uniform(-1, 1) < 0 ? -unit : unit));
  };
  for (const row of rows)
    for (let trial = 0; trial < 30; trial++) {
      for (let id = 0; id < program.length; id++) values[id] = rounded(moved(id, row));
      program.outputs.forEach((id, i) => {
        errors[row] = Math.max(errors[row] as number, errorOf(values[id] as number, wanted[i]?.[row] as number));
      });
    }
  return errors;
}
