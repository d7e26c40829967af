import { primitiveValue } from './build.ts';
import { lower } from './lower.ts';
import { leafCode, type Program, primitiveOf } from './program.ts';
import { type RowArguments, readRow } from './row.ts';
import { type InputsOf, mapNodes, type Outputs, type Structured } from './structure.ts';

/**
 * The values of outputs for one row: structure in, structure out. This is the meaning of a graph; `evaluator` gives the same
 * bits for many rows faster.
 * @throws InputError if the row lacks an input or gives it something that is no number.
 * @example evaluate(add(input('a'), input('b')), { a: 1, b: 2 }) // 3
 */
export function evaluate<const O extends Outputs>(
  outputs: O,
  ...row: RowArguments<InputsOf<O>>
): Structured<O, number> {
  const program = lower(outputs);
  const slots = new Float64Array(program.slots);
  readRow(program.fields, row[0], slots);
  const values = valuesOf(program, slots);
  return restructured(outputs, (i) => values[program.outputs[i] as number] as number);
}

/** The value of every instruction, one after the other. */
function valuesOf(program: Program, slots: Float64Array): Float64Array {
  const { length, op, aux, args, argStart, parameters } = program;
  const values = new Float64Array(length);
  for (let id = 0; id < length; id++) {
    const primitive = primitiveOf(program, id);
    const about = aux[id] as number;
    if (primitive !== undefined)
      values[id] = primitiveValue(primitive, values, args, argStart[id] as number, argStart[id + 1] as number);
    else if (op[id] === leafCode.constant) values[id] = about;
    else values[id] = (op[id] === leafCode.input ? slots[about] : parameters[about]?.value) as number;
  }
  return values;
}

/** The structure of outputs with a value for each, in order. */
export function restructured<O extends Outputs, T>(outputs: O, value: (i: number) => T): Structured<O, T> {
  let i = 0;
  return mapNodes(outputs, () => value(i++));
}
