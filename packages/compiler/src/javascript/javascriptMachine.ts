import type { Machine, Program } from '@chainrule/core';
import { batchEngine } from './batchEngine.ts';
import { rowEngine } from './rowEngine.ts';

/** A machine whose program is generated JavaScript. Code is made when the first batch of its kind comes: one sample, or several. */
export interface JavascriptMachine extends Machine {
  /**
   * Makes the code for one sample, or for several, before the first run.
   * @throws EvalError where code generation is not allowed.
   */
  prepare(isSingle: boolean): void;
}

/**
 * A program as generated JavaScript, with the bits of `interpreter(program)`. Batches of one sample run without loops.
 * @throws EvalError when it is prepared, or first run, where code generation is not allowed.
 * @example javascriptMachine(lower(y)).run([Float64Array.of(1)], 1, [new Float64Array(1)])
 */
export function javascriptMachine(program: Program): JavascriptMachine {
  let row: Machine['run'] | undefined;
  let batch: Machine['run'] | undefined;
  const prepare = (isSingle: boolean): void => {
    if (isSingle) row ??= rowEngine(program);
    else batch ??= batchEngine(program);
  };
  return {
    program,
    prepare,
    run: (columns, count, results, rows) => {
      prepare(count === 1);
      (count === 1 ? row : batch)?.(columns, count, results, rows);
    },
  };
}
