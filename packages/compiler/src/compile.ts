import {
  type Columns,
  type Data,
  type InputsOf,
  lower,
  type Outputs,
  type Program,
  type RowArguments,
  readData,
  readRow,
  type Structured,
} from '@chainrule/core';
import { columnsOf, listsOf } from './columns.ts';
import type { EngineOptions } from './engineOptions.ts';
import { explain } from './explain.ts';
import { type CompiledMachine, machine } from './machine.ts';
import { numbered, shapeOf } from './shape.ts';

/** A graph as a compiled function of a row: structure in, structure out. */
export interface Predictor<O extends Outputs> {
  /**
   * The values for one row. Changed parameters are always seen.
   * @throws InputError if the row lacks an input or gives it something that is no number.
   */
  (...row: RowArguments<InputsOf<O>>): Structured<O, number>;
  /**
   * The values for many rows, given as a list of them or as one column per input: a column for each output. With `into`, the
   * columns of an earlier call are filled again; if the inputs are columns of Float64Array, nothing is allocated then.
   * @throws InputError naming row, column and value, if the data is wrong.
   */
  batch(data: Data<InputsOf<O>>, into?: Structured<O, Float64Array>): Structured<O, Float64Array>;
  /** What runs single rows and batches, and why. */
  readonly engine: CompiledMachine['engine'];
  /** The plan as text: the blocks that were found, the share of the operations in them, the size of code and memory. */
  explain(): string;
  readonly program: Program;
}

/**
 * Compiles outputs to a function. In f64 its values are those of `evaluate`, to the bit, whichever engine runs.
 * @throws GraphError if one name is used for inputs of different sizes.
 * @throws CompilerError if an option makes no sense, or the engine asked for cannot run here.
 * @example const predict = compile(celsius); predict({ fahrenheit: 32 }); predict.batch({ fahrenheit: [32, 212] });
 */
export function compile<const O extends Outputs>(outputs: O, options: EngineOptions = {}): Predictor<O> {
  const program = lower(outputs);
  const { fields, slots, rank } = program;
  const engine = machine(program, options);
  const row = new Float64Array(slots);
  const columns = cells(row);
  const values = new Float64Array(program.outputs.length);
  const results = Object.freeze(cells(values));
  const numbers = numbered(outputs);
  const shape = shapeOf<O>(numbers);

  const predict = (given?: unknown): Structured<O, number> => {
    readRow(fields, given, row);
    engine.run(columns, 1, results);
    return shape(values);
  };
  const given: Float64Array[] = [];
  const lists: Float64Array[] = [];
  const batch = (data: Data<InputsOf<O>>, into?: Structured<O, Float64Array>): Structured<O, Float64Array> => {
    let count = columnsOf(fields, data, given);
    let read: Columns['columns'] = given;
    if (count === undefined) ({ columns: read, count } = readData(fields, data));
    const target = into ?? shape(results.map(() => new Float64Array(count)));
    listsOf(numbers, target, count, lists);
    if (count > 0) engine.run(read, count, lists);
    for (let i = 0; i < lists.length; i++)
      if (rank[program.outputs[i] as number] === 0) lists[i]?.fill(lists[i]?.[0] as number);
    return target;
  };
  const more = { batch, engine: engine.engine, explain: () => explain(program, engine.engine, options), program };
  return Object.assign(predict, more) as unknown as Predictor<O>;
}

/** Each number of a list as a list of its own. */
const cells = (list: Float64Array): Float64Array[] => Array.from(list, (_, i) => list.subarray(i, i + 1));
