import { type Machine, type Program, parameterReader } from '@chainrule/core';
import { type Engine, engine } from './engine.ts';
import { rowEngine } from './rowEngine.ts';

/** A machine whose program is generated JavaScript. */
export type JavascriptMachine = Machine & Pick<Engine, 'prepare'>;

/**
 * A program as generated JavaScript, with the bits of `interpreter(program)`. Batches of one sample run without loops.
 * @throws EvalError when it is prepared, or first run, where code generation is not allowed.
 * @example javascriptMachine(lower(y)).run([Float64Array.of(1)], 1, [new Float64Array(1)])
 */
export function javascriptMachine(program: Program): JavascriptMachine {
  const { parameters, run, prepare } = engine(program);
  const read = parameterReader(program.parameters);
  return {
    program,
    prepare,
    run: (columns, count, results, rows) => {
      read(parameters);
      run(columns, count, results, rows);
    },
  };
}

/**
 * A program for single rows: one number per input slot in, one per output out.
 * @throws EvalError where code generation is not allowed.
 * @example javascriptRow(lower(y))(Float64Array.of(1), new Float64Array(1))
 */
export function javascriptRow(program: Program): (slots: Float64Array, results: Float64Array) => void {
  const parameters = new Float64Array(program.parameters.length);
  const read = parameterReader(program.parameters);
  const row = rowEngine(program, parameters);
  return (slots, results) => {
    read(parameters);
    row(slots, results);
  };
}
