import type { Machine, Program } from '@chainrule/core';
import { gather } from './gather.ts';
import { layout } from './layout.ts';
import { type Straight, straight } from './straight.ts';

/** A program for one row at a time, without loops. `parameters` is read at each call. */
export function rowEngine(program: Program, parameters: Float64Array): Machine['run'] {
  const plan = layout(program, true);
  const chunks = plan.phases.flat().map(straight(plan));
  const inputs = new Float64Array(program.slots);
  const outputs = new Float64Array(program.outputs.length);
  const memory = new Float64Array(plan.cells);
  return (columns, _, results, rows) => {
    gather(columns, 0, rows, inputs);
    for (let i = 0; i < chunks.length; i++) (chunks[i] as Straight)(parameters, inputs, memory, outputs, 1);
    for (let i = 0; i < outputs.length; i++) (results[i] as Float64Array)[0] = outputs[i] as number;
  };
}
