import { type Machine, type Program, tileLength } from '@chainrule/core';
import { gather } from './gather.ts';
import { argsOf, type Layout, layout } from './layout.ts';
import { type Straight, straight } from './straight.ts';

/** What runs once or for each sample; then the sums over the batch of it are known. */
interface Phase {
  readonly chunks: readonly Straight[];
  /** The outputs that it computes. */
  readonly outputs: readonly number[];
  /** The cells of the arguments of sums, and of the sums. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function phasesOf(plan: Layout): Phase[] {
  const { program, phase, cell } = plan;
  const compile = straight(plan);
  return plan.phases.map((chunks, k) => {
    const sums = plan.sums[k] as readonly number[];
    return {
      chunks: chunks.map(compile),
      outputs: Array.from(program.outputs.keys()).filter((i) => phase[program.outputs[i] as number] === k),
      from: Int32Array.from(sums, (id) => cell[argsOf(program, id)[0] as number] as number),
      to: Int32Array.from(sums, (id) => cell[id] as number),
    };
  });
}

/** A program for batches: the straight code of each phase for one sample after the other. */
export function batchEngine(program: Program, parameters: Float64Array): Machine['run'] {
  const plan = layout(program, false);
  const { carried } = plan;
  const phases = phasesOf(plan);
  const inputs = new Float64Array(program.slots);
  const outputs = new Float64Array(program.outputs.length);
  const memory = new Float64Array(plan.cells);
  const sums = Math.max(...phases.map(({ from }) => from.length));
  const lanes = new Float64Array(2 * sums);
  const tiles = new Float64Array(sums);
  let history = new Float64Array(0); // the carried values of each sample

  const call = (
    { chunks, outputs: places }: Phase,
    s: number,
    count: number,
    results: readonly Float64Array[],
  ): void => {
    for (let i = 0; i < chunks.length; i++) (chunks[i] as Straight)(parameters, inputs, memory, outputs, count);
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number;
      (results[place] as Float64Array)[s] = outputs[place] as number;
    }
  };

  /** Ends a tile: its lanes are added, then it is added to those before. */
  const addTile = (length: number): void => {
    for (let k = 0; k < length; k++)
      tiles[k] = (tiles[k] as number) + ((lanes[k] as number) + (lanes[sums + k] as number));
    lanes.fill(0);
  };

  return (columns, count, results, rows) => {
    if (history.length < carried * count) history = new Float64Array(carried * count);
    for (let k = 0; k < phases.length; k++) {
      const phase = phases[k] as Phase;
      if (k % 2 === 0) {
        call(phase, 0, count, results);
        continue;
      }
      const { from, to } = phase;
      tiles.fill(0);
      for (let s = 0; s < count; s++) {
        gather(columns, s, rows, inputs);
        for (let c = 0; c < carried; c++) memory[c] = history[s * carried + c] as number;
        call(phase, s, count, results);
        for (let c = 0; c < carried; c++) history[s * carried + c] = memory[c] as number;
        const lane = s % 2 === 0 ? 0 : sums;
        for (let i = 0; i < from.length; i++)
          lanes[lane + i] = (lanes[lane + i] as number) + (memory[from[i] as number] as number);
        if ((s + 1) % tileLength === 0) addTile(from.length);
      }
      addTile(from.length);
      for (let i = 0; i < to.length; i++) memory[to[i] as number] = tiles[i] as number;
    }
  };
}
