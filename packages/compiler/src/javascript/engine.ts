import type { Machine, Program } from '@chainrule/core';
import { batchEngine } from './batchEngine.ts';
import { gather } from './gather.ts';
import { type RowEngine, rowEngine } from './rowEngine.ts';

/** A program as generated JavaScript. Code is made when the first batch of its kind comes: one sample, or several. */
export interface Engine {
  /** The values of the program's parameters, for whoever runs it to write. */
  readonly parameters: Float64Array;
  readonly run: Machine['run'];
  /**
   * Makes the code for one sample, or for several, before the first run.
   * @throws EvalError where code generation is not allowed.
   */
  prepare(isSingle: boolean): void;
}

export function engine(program: Program): Engine {
  const parameters = new Float64Array(program.parameters.length);
  const inputs = new Float64Array(program.slots);
  const outputs = new Float64Array(program.outputs.length);
  let row: RowEngine | undefined;
  let batch: Machine['run'] | undefined;
  const rowCode = (): RowEngine => {
    row ??= rowEngine(program, parameters);
    return row;
  };
  const batchCode = (): Machine['run'] => {
    batch ??= batchEngine(program, parameters);
    return batch;
  };
  return {
    parameters,
    prepare: (isSingle) => void (isSingle ? rowCode() : batchCode()),
    run: (columns, count, results, rows) => {
      if (count !== 1) {
        batchCode()(columns, count, results, rows);
        return;
      }
      const run = rowCode();
      gather(columns, 0, rows, inputs);
      run(inputs, outputs);
      for (let i = 0; i < outputs.length; i++) (results[i] as Float64Array)[0] = outputs[i] as number;
    },
  };
}
