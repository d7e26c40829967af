import { tileLength } from '@chainrule/core';
import { largestGradient } from '../largestGradient.ts';
import { type FunctionWriter, type } from './encoder.ts';
import { load, store } from './frame.ts';
import { loop, range } from './loop.ts';
import type { CompiledPhase } from './phases.ts';
import { type Precision, vectors } from './vectors.ts';
import { both, difference, isLess, least, product, sum, type Whole, word, zero } from './whole.ts';

/** What a loop over the steps of a training run is made of, and where it all lies. */
export interface StepPlan {
  readonly precision: Precision;
  /** The loss and its gradient; where the number of samples is, and the loss. */
  readonly objective: readonly CompiledPhase[];
  readonly size: number;
  readonly loss: number;
  /** Loads a tile of samples, in the order of the numbers there. */
  readonly load: FunctionWriter;
  readonly order: number;
  /** The update of the parameters, of which there are `count`; its scalars, and what must stay finite. */
  readonly update: readonly CompiledPhase[];
  /** The last of its phases that goes over the parameters. */
  readonly last: number;
  readonly count: number;
  readonly scalars: number;
  readonly check: number;
  /** Where the new parameters go that are not read where they are computed: a table of offsets. */
  readonly spread: { readonly from: number; readonly to: number; readonly table: number } | undefined;
  /** What the host provides and reads: the scalars of each step, so many bytes a step, and its loss. */
  readonly scalarTable: number;
  readonly scalarBytes: number;
  readonly losses: number;
}

/**
 * The code of many steps: `(count, batch, steps)`, the samples in all and of a step. Gives the number of steps whose numbers stayed
 * finite; the step that ends them early is in the parameters.
 */
export function emitStepLoop(f: FunctionWriter, plan: StepPlan): void {
  const v = vectors(f, plan.precision);
  const { bytes } = v;
  const [count, batch, steps] = [0, 1, 2];
  const [next, size, from, samples, made] = range(5).map(() => f.local(type.i32)) as [
    number,
    number,
    number,
    number,
    number,
  ];

  /**
   * A phase over `total` samples in tiles of `most`, which lie `width` bytes a sample apart; `from` counts the samples done. One of
   * rank 0 runs once.
   */
  const run = (
    { rank, run: phase }: CompiledPhase,
    total: Whole,
    most: number,
    width: number,
    before?: () => void,
  ): void => {
    if (rank === 0) {
      f.get(zero, zero, zero, zero);
      f.call(phase);
      return;
    }
    f.set(from, zero);
    f.repeat(() => {
      f.set(samples, least(word(most), difference(total, from)));
      before?.();
      const at = product(from, word(width));
      f.get(at, sum(at, product(samples, word(bytes))), zero, from);
      f.call(phase);
      f.set(from, sum(from, word(most)));
      f.get(isLess(from, total));
    });
  };

  f.repeat(() => {
    f.set(next, product(made, batch));
    f.set(size, least(batch, difference(count, next)));
    f.get(size);
    f.op(bytes === 8 ? 0xb8 : 0xb3); // convert_i32_u
    f.simd(bytes === 8 ? 0x14 : 0x13); // splat
    store(v, { offset: plan.size }, v.keep());
    for (const phase of plan.objective)
      run(phase, size, tileLength, 0, () => {
        f.get(sum(word(plan.order), product(sum(next, from), word(4))), samples);
        f.call(plan.load);
      });
    const loss = load(v, { offset: plan.loss }, true);

    const scalar = f.keep(type.i32, product(made, word(plan.scalarBytes)));
    for (let i = 0; i < plan.scalarBytes; i += bytes)
      store(v, { offset: plan.scalars + i }, load(v, { local: scalar, offset: plan.scalarTable + i }, true), 0);
    plan.update.forEach((phase, i) => {
      // the last goes through all at once: its only sum over the parameters is the check, whose order does not matter
      run(phase, word(plan.count), i < plan.last ? tileLength : plan.count, bytes);
    });
    if (plan.spread) {
      const { from: start, to, table } = plan.spread;
      const each = loop({ f, table: () => table }, plan.count);
      const source = each.offset(bytes, []);
      const target = each.map({ offset: to }, { kind: 'table', table: new Int32Array(0) }, 1);
      each.run(() => store(v, target, load(v, { local: source, offset: start }, true), 0));
    }

    store(v, { local: f.keep(type.i32, product(made, word(bytes))), offset: plan.losses }, loss, 0);
    // the sum of gradients and new parameters has to stay below the limit; loss − loss is 0, or NaN if the loss is not finite
    const magnitude = v.add(v.subtract(loss, loss), load(v, { offset: plan.check }, true));
    f.get(v.less(magnitude, v.constant(largestGradient[plan.precision])));
    f.simd(0x53); // v128.any_true
    const isFine = f.keep(type.i32);
    f.set(made, sum(made, isFine));
    // goes on while all is fine, samples are left, and steps
    f.get(both(isFine, both(isLess(sum(next, batch), count), isLess(made, steps))));
  });
  f.get(made);
}
