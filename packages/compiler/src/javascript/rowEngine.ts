import type { Program } from '@chainrule/core';
import { layout } from './layout.ts';
import { type Straight, straight } from './straight.ts';

/** A program for one row at a time, without loops: one number per input slot to one per output. */
export type RowEngine = (inputs: Float64Array, outputs: Float64Array) => void;

/** `parameters` is read at each call. */
export function rowEngine(program: Program, parameters: Float64Array): RowEngine {
  const plan = layout(program, true);
  const chunks = plan.phases.flat().map(straight(plan));
  const memory = new Float64Array(plan.cells);
  return (inputs, outputs) => {
    for (let i = 0; i < chunks.length; i++) (chunks[i] as Straight)(parameters, inputs, memory, outputs, 1);
  };
}
