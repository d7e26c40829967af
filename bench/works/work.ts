/** Somebody who does a work: one of our engines, a rival, or a baseline. */
export interface Contender {
  readonly name: string;
  readonly precision: 'f32' | 'f64';
  /** What is printed after its name: the engine that it chose. */
  readonly note?: string;
  /** Units in a step, where they are not those of the work. */
  readonly perStep?: number;
  /** Steps come in multiples of this many. Default 1. */
  readonly grain?: number;
  /** Goes on by so many steps; gives the nanoseconds if it keeps the time itself. */
  run(steps: number): undefined | number | Promise<undefined | number>;
  /** What it has come to: the parameters, the gradient, or the outputs. */
  result(): ArrayLike<number> | Promise<ArrayLike<number>>;
  close?(): void;
}

/** A contender, made when its turn comes; what it throws is printed in its place. */
export interface Entry {
  readonly name: string;
  readonly make: () => Contender | Promise<Contender>;
}

/** What a row must reach: at least so many times as fast as others of the same run, or at most so many nanoseconds a unit. */
export interface Bar {
  readonly of: string;
  readonly against?: string;
  readonly times?: number;
  readonly nanoseconds?: number;
  /** Of the machine's fused multiply-add peak, 0…1. */
  readonly share?: number;
}

/** One line of the list: the same work, done by several. */
export interface Work {
  readonly name: string;
  /** What the time is of. */
  readonly timed: string;
  readonly unit: 'sample' | 'gradient' | 'row';
  /** Units in a step. */
  readonly perStep: number;
  /** Multiplications and additions of a unit's matrix products. */
  readonly flops?: number;
  /** Steps from the first weights until results are compared. */
  readonly checkSteps: number;
  /** What is compared: the loss that a result gives, or the result itself. */
  readonly verdict: (result: ArrayLike<number>) => ArrayLike<number>;
  /** By how much it may differ from that of the first contender, relatively. */
  readonly tolerance: Readonly<Record<'f32' | 'f64', number>>;
  readonly entries: readonly Entry[];
  readonly bars: readonly Bar[];
}
