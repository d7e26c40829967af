import { elementary, interpreter, leafCode, type Parameter, type Program, primitiveOf } from '@chainrule/core';
import { applied, argsOf } from '../terms.ts';
import type { Rule } from './rule.ts';
import type { Scalar } from './scalar.ts';

/** The value of a scalar at a step, from 0. */
function valueAt(scalar: Scalar, step: number): number {
  return scalar.kind === 'constant' ? scalar.value : 1 / (1 - elementary.power(scalar.beta, step + 1));
}

/** The losses of a few steps on the same rows, and the parameters after them, by core's interpreter. */
export interface TestRun {
  readonly losses: readonly number[];
  /** Of all parameters of the program, by slot. */
  readonly parameters: Float64Array;
}

/** Makes steps from the parameters' present values, which are put back. */
export function testRun(
  program: Program,
  trained: readonly Parameter[],
  rule: Rule,
  rows: readonly Float64Array[],
  steps: number,
): TestRun {
  const before = program.parameters.map(({ value }) => value);
  const memory = trained.map(() => new Float64Array(rule.memory));
  const columns = Array.from({ length: program.slots }, (_, slot) =>
    Float64Array.from(rows, (row) => row[slot] as number),
  );
  const results = Array.from(program.outputs, () => new Float64Array(1));
  const machine = interpreter(program);
  const losses: number[] = [];
  try {
    for (let step = 0; step < steps; step++) {
      machine.run(columns, rows.length, results);
      losses.push(results[0]?.[0] as number);
      trained.forEach((parameter, j) => {
        const given = { gradient: results[j + 1]?.[0] as number, parameter: parameter.value };
        const [next, ...remembered] = ruleValues(rule, given, memory[j] as Float64Array, step);
        parameter.value = next as number;
        memory[j]?.set(remembered);
      });
    }
    return { losses, parameters: Float64Array.from(program.parameters, ({ value }) => value) };
  } finally {
    program.parameters.forEach((parameter, slot) => {
      if (!Object.is(parameter.value, before[slot])) parameter.value = before[slot] as number;
    });
  }
}

function ruleValues(
  { program, inputs, scalars }: Rule,
  given: Readonly<Record<'gradient' | 'parameter', number>>,
  memory: Float64Array,
  step: number,
): number[] {
  const values = new Float64Array(program.length);
  for (let id = 0; id < program.length; id++) {
    const about = program.aux[id] as number;
    const primitive = primitiveOf(program, id);
    const which = inputs[about];
    if (primitive !== undefined)
      values[id] = applied(
        primitive,
        Array.from(argsOf(program, id), (arg) => values[arg] as number),
      );
    else if (program.op[id] === leafCode.constant) values[id] = about;
    else if (program.op[id] === leafCode.parameter) values[id] = valueAt(scalars[about] as Scalar, step);
    else values[id] = typeof which === 'number' ? (memory[which] as number) : given[which as 'gradient' | 'parameter'];
  }
  return Array.from(program.outputs, (id) => values[id] as number);
}
