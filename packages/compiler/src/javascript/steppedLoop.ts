import type { Program } from '@chainrule/core';
import type { Stretch, UpdateRule } from '../trainingLoop.ts';
import { engine } from './engine.ts';
import { type LoopState, largestGradient } from './loopState.ts';
import { updateLoop } from './updateRule.ts';

/** Training step by step: an engine for loss and gradient, then a loop of the rule over the parameters. */
export function steppedLoop(
  program: Program,
  rule: UpdateRule,
  columns: readonly Float64Array[],
  trained: Int32Array,
  { values, memory, fixed }: LoopState,
): (stretch: Stretch) => number {
  const size = trained.length;
  const descent = engine(program);
  const update = updateLoop(rule);
  const scalars = new Float64Array(rule.program.parameters.length);
  const gradients = new Float64Array(1 + size); // the loss, then its derivatives
  const results = Array.from(gradients, (_, i) => gradients.subarray(i, i + 1));
  const state = [values, ...memory];
  const inputs = [gradients.subarray(1), ...state];
  const next = state.map(() => new Float64Array(size));
  let rows = new Int32Array(0);

  return ({ order, position, batchSize, steps, step, losses, total }) => {
    const longest = Math.min(batchSize, order.length);
    if (rows.length < longest) rows = new Int32Array(longest);
    descent.parameters.set(fixed);
    for (let t = 0; t < steps; t++) {
      const from = position + t * batchSize;
      const count = Math.min(batchSize, order.length - from);
      for (let i = 0; i < count; i++) rows[i] = order[from + i] as number;
      for (let k = 0; k < size; k++) descent.parameters[trained[k] as number] = values[k] as number;
      descent.run(columns, count, results, rows);
      let extent = 0;
      for (let i = 0; i <= size; i++) extent += Math.abs(gradients[i] as number);
      if (!(extent < largestGradient)) return t;
      rule.scalars(step + t, scalars);
      update(inputs, scalars, next, size);
      if (!allFinite(next[0] as Float64Array)) return t;
      losses[t] = gradients[0] as number;
      total[0] = (total[0] as number) + (losses[t] as number) * count;
      for (let i = 0; i < state.length; i++) (state[i] as Float64Array).set(next[i] as Float64Array);
    }
    return steps;
  };
}

function allFinite(numbers: Float64Array): boolean {
  for (let i = 0; i < numbers.length; i++) if (!Number.isFinite(numbers[i])) return false;
  return true;
}
