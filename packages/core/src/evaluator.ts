import { type Data, readData } from './data.ts';
import { restructured } from './evaluate.ts';
import { interpreter } from './interpreter.ts';
import { lower } from './lower.ts';
import { parameterVersion } from './node.ts';
import type { Program } from './program.ts';
import { type RowArguments, readRow } from './row.ts';
import type { InputsOf, Outputs, Structured } from './structure.ts';

/** A graph that was lowered once, as a function of a row. */
export interface Evaluator<O extends Outputs> {
  /** The values for one row. */
  (...row: RowArguments<InputsOf<O>>): Structured<O, number>;
  /** The values for many rows: one column per output, in the structure of the outputs. */
  batch(data: Data<InputsOf<O>>): Structured<O, Float64Array>;
  readonly program: Program;
  /** How often the program has been run; a call with the row and the parameters of the call before does not run it. */
  readonly runs: number;
}

/**
 * Lowers outputs once and gives a function of a row. Changed parameters are always seen; repeated calls with nothing
 * changed return the values of the last run.
 * @throws GraphError if one name is used for inputs of different sizes.
 * @example const predict = evaluator(celsius); predict({ fahrenheit: 32 }); predict.batch({ fahrenheit: [32, 212] });
 */
export function evaluator<const O extends Outputs>(outputs: O): Evaluator<O> {
  const program = lower(outputs);
  const { fields, slots, rank } = program;
  const machine = interpreter(program);
  const row = new Float64Array(slots).fill(NaN);
  const next = new Float64Array(slots);
  const columns = Array.from(next, (_, slot) => row.subarray(slot, slot + 1));
  const results = Array.from(program.outputs, () => new Float64Array(1));
  let version = -1;
  let runs = 0;

  const predict = (given?: unknown): Structured<O, number> => {
    readRow(fields, given, next);
    if (version !== parameterVersion() || next.some((value, slot) => !Object.is(value, row[slot]))) {
      version = parameterVersion();
      row.set(next);
      machine.run(columns, 1, results);
      runs++;
    }
    return restructured(outputs, (i) => (results[i] as Float64Array)[0] as number);
  };

  const batch = (data: Data<InputsOf<O>>): Structured<O, Float64Array> => {
    const read = readData(fields, data);
    const lists = results.map(() => new Float64Array(read.count));
    if (read.count > 0) machine.run(read.columns, read.count, lists);
    runs++;
    return restructured(outputs, (i) => {
      const list = lists[i] as Float64Array;
      return rank[program.outputs[i] as number] === 0 ? list.fill(list[0] as number) : list;
    });
  };

  const callable = Object.assign(predict, { batch, program });
  return Object.defineProperty(callable, 'runs', { get: () => runs }) as unknown as Evaluator<O>;
}
