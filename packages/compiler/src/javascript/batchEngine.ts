import { batchSums, type Machine, type Program } from '@chainrule/core';
import { gather } from './gather.ts';
import { argsOf, layout } from './layout.ts';
import { type Straight, straight } from './straight.ts';

/** A program for batches: the straight code of each phase for one sample after the other. */
export function batchEngine(program: Program, parameters: Float64Array): Machine['run'] {
  const plan = layout(program, false);
  const { carried, cell, phase } = plan;
  const compile = straight(plan);
  const phases = plan.phases.map((chunks, k) => ({
    chunks: chunks.map(compile),
    outputs: [...program.outputs.keys()].filter((i) => phase[plan.program.outputs[i] as number] === k),
    sums: (plan.sums[k] as readonly number[]).map((id) => ({
      from: cell[argsOf(plan.program, id)[0] as number] as number,
      to: cell[id] as number,
    })),
  }));
  const inputs = new Float64Array(program.slots);
  const outputs = new Float64Array(program.outputs.length);
  const memory = new Float64Array(plan.cells);
  const totals = phases.map(({ sums }) => batchSums(sums.length));
  let history = new Float64Array(0); // the carried values of each sample

  return (columns, count, results, rows) => {
    if (history.length < carried * count) history = new Float64Array(carried * count);
    phases.forEach(({ chunks, outputs: places, sums }, k) => {
      const total = totals[k] as ReturnType<typeof batchSums>;
      total.reset();
      const samples = k % 2 === 0 ? 1 : count;
      for (let s = 0; s < samples; s++) {
        if (k % 2 === 1) gather(columns, s, rows, inputs);
        for (let c = 0; c < carried; c++) memory[c] = history[s * carried + c] as number;
        for (let i = 0; i < chunks.length; i++) (chunks[i] as Straight)(parameters, inputs, memory, outputs, count);
        for (let c = 0; c < carried; c++) history[s * carried + c] = memory[c] as number;
        for (const place of places) (results[place] as Float64Array)[s] = outputs[place] as number;
        for (let i = 0; i < sums.length; i++) total.add(i, memory, (sums[i] as { from: number }).from, 1);
      }
      sums.forEach(({ to }, i) => {
        memory[to] = total.total(i);
      });
    });
  };
}
