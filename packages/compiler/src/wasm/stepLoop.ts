import { tileLength } from '@chainrule/core';
import { type FunctionWriter, type } from './encoder.ts';
import { header, load, store } from './frame.ts';
import { advance, loop } from './loop.ts';
import type { CompiledPhase } from './phases.ts';
import { type Precision, type Vector, vectors } from './vectors.ts';

/** What a loop over the steps of a training run is made of, and where it all lies. */
export interface StepPlan {
  readonly precision: Precision;
  /** Masks of a tile's last vector, by how many of its lanes hold samples, from 1 up. */
  readonly tails: number;
  /** The loss and its gradient: phases, header, the loss. */
  readonly objective: readonly CompiledPhase[];
  readonly header: number;
  readonly loss: number;
  /** Loads a tile of samples. */
  readonly load: FunctionWriter;
  /** The update of the parameters, of which there are `count`; its scalars, and what must stay finite. */
  readonly update: readonly CompiledPhase[];
  readonly updateHeader: number;
  readonly count: number;
  /** Where the new parameters go that are not read where they are computed: a table of offsets. */
  readonly spread: { readonly from: number; readonly to: number; readonly table: number } | undefined;
  readonly scalars: { readonly address: number; readonly bytes: number };
  readonly check: number;
  /** What the host provides and reads: the scalars and the loss of each step. */
  readonly scalarTable: number;
  readonly losses: number;
}

/** Loss, gradient and new parameters have to stay below it, in sum. */
const largest: Readonly<Record<Precision, number>> = { f64: 2 ** 500, f32: Number.POSITIVE_INFINITY };

/**
 * The code of many steps: `(next, stop, batch, steps)`, addresses in the order of the samples, a batch in bytes of it. Gives the
 * number of steps whose numbers stayed finite; the step that ends them early is in the parameters.
 */
export function emitStepLoop(f: FunctionWriter, plan: StepPlan): void {
  const v = vectors(f, plan.precision);
  const [next, stop, batch, steps] = [0, 1, 2, 3];
  const [from, samples, made, scalar, at] = [0, 0, 0, 0, 0].map(() => f.local(type.i32)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const put = (local: number, write: () => void): void => {
    write();
    f.set(local);
  };
  const least = (a: () => void, b: () => void): void => {
    a();
    b();
    a();
    b();
    f.op(0x49); // i32.lt_u
    f.op(0x1b); // select
  };
  const minus = (a: number, b: number) => (): void => {
    f.get(a);
    f.get(b);
    f.op(0x6b);
  };
  const constant = (value: number) => (): void => f.i32(value);
  const keepOf = (its: number): void => {
    f.i32(0);
    f.get(from);
    f.memory(0x36, its + header.keep);
  };
  const tailOf = (its: number, count: number): void => {
    const mask = f.local(type.i32);
    f.get(count);
    f.i32(1);
    f.op(0x6b);
    f.i32(v.lanes - 1);
    f.op(0x71); // i32.and
    f.i32(16);
    f.op(0x6c);
    f.set(mask);
    store(v, fixed(its + header.tail), load(v, { local: mask, offset: plan.tails }));
  };
  const call = ({ run }: CompiledPhase, start: () => void, count: () => void): void => {
    start();
    start();
    count();
    f.i32(v.bytes);
    f.op(0x6c);
    f.i32(15);
    f.op(0x6a);
    f.i32(-16);
    f.op(0x71);
    f.op(0x6a);
    f.call(run);
  };
  /** A phase over `total` samples, in tiles that lie `width` bytes a sample apart; `from` counts the samples done. */
  const tiles = (its: number, phase: CompiledPhase, total: () => void, width: number, before?: () => void): void => {
    put(from, constant(0));
    f.repeat(() => {
      put(samples, () =>
        least(constant(tileLength), () => {
          total();
          f.get(from);
          f.op(0x6b);
        }),
      );
      put(at, () => {
        f.get(from);
        f.i32(width);
        f.op(0x6c);
      });
      before?.();
      keepOf(its);
      tailOf(its, samples);
      call(
        phase,
        () => f.get(at),
        () => f.get(samples),
      );
      advance(f, from, tileLength);
      f.get(from);
      total();
      f.op(0x49);
    });
  };

  const size = f.local(type.i32); // samples of the batch
  const objective = (): void => {
    put(size, () => {
      least(() => f.get(batch), minus(stop, next));
      f.i32(2);
      f.op(0x76); // i32.shr_u
    });
    f.get(size);
    f.op(v.bytes === 8 ? 0xb8 : 0xb3); // convert_i32_u
    f.simd(v.bytes === 8 ? 0x14 : 0x13); // splat
    store(v, fixed(plan.header + header.count), v.keep());
    for (const phase of plan.objective) {
      if (phase.rank === 0) {
        call(phase, constant(0), constant(0));
        continue;
      }
      tiles(
        plan.header,
        phase,
        () => f.get(size),
        0,
        () => {
          f.get(next);
          f.get(from);
          f.i32(2);
          f.op(0x74); // i32.shl
          f.op(0x6a);
          f.get(samples);
          f.get(at);
          f.call(plan.load);
        },
      );
    }
  };
  const update = (): void => {
    for (let i = 0; i < plan.scalars.bytes; i += v.bytes)
      store(v, fixed(plan.scalars.address + i), load(v, { local: scalar, offset: plan.scalarTable + i }, true), 0);
    advance(f, scalar, plan.scalars.bytes);
    const last = plan.update.findLastIndex(({ rank }) => rank === 1);
    for (const [i, phase] of plan.update.entries()) {
      if (phase.rank === 0) call(phase, constant(0), constant(0));
      else if (i < last) tiles(plan.updateHeader, phase, constant(plan.count), v.bytes);
      else {
        // all at once: its only sum over the parameters is the check, whose order does not matter
        put(from, constant(0));
        keepOf(plan.updateHeader);
        put(samples, constant(plan.count));
        tailOf(plan.updateHeader, samples);
        call(phase, constant(0), constant(plan.count));
      }
    }
  };

  const spread = ({ from: start, to, table }: { from: number; to: number; table: number }): void => {
    const each = loop({ f, tables: () => table }, plan.count);
    const source = each.offset(v.bytes, []);
    const target = each.map({ offset: to }, { kind: 'table', table: new Int32Array(0) }, 1);
    each.run(() => store(v, target, load(v, { local: source, offset: start }, true), 0));
  };

  f.repeat(() => {
    objective();
    const loss = load(v, fixed(plan.loss), true);
    update();
    if (plan.spread !== undefined) spread(plan.spread);
    const lossPlace = f.local(type.i32);
    put(lossPlace, () => {
      f.get(made);
      f.i32(v.bytes);
      f.op(0x6c);
    });
    store(v, { local: lossPlace, offset: plan.losses }, loss, 0);
    const sum: Vector = v.add(v.abs(loss), load(v, fixed(plan.check), true));
    const isFine = f.local(type.i32);
    f.get(v.less(sum, v.constant(largest[plan.precision])));
    f.simd(0x53); // v128.any_true
    f.tee(isFine);
    f.get(made);
    f.op(0x6a);
    f.set(made);
    put(next, () => {
      f.get(next);
      f.get(batch);
      f.op(0x6a);
    });
    // goes on while all is fine, samples are left, and steps
    f.get(isFine);
    f.get(next);
    f.get(stop);
    f.op(0x49);
    f.op(0x71);
    f.get(made);
    f.get(steps);
    f.op(0x49);
    f.op(0x71);
  });
  f.get(made);
}

const fixed = (offset: number): { readonly local: undefined; readonly offset: number } => ({
  local: undefined,
  offset,
});
