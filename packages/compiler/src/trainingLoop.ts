import type { Program } from '@chainrule/core';

/**
 * How an optimizer changes one parameter, as a program over all of them: its "samples" are the parameters.
 * Inputs in this order: `gradient`, `parameter`, then the memory (`memory1`, `memory2`, …). Its parameters are `scalars`, numbers
 * that differ from step to step (a learning rate, a bias correction). Outputs in this order: the new parameter, then the
 * new memory, each of rank 1.
 */
export interface UpdateRule {
  readonly program: Program;
  /** How many numbers it remembers for each parameter. */
  readonly memory: number;
  /** Whether the scalars are known to be the same at every step. */
  readonly isConstant?: boolean;
  /** The values of the program's parameters at step t, in their order, into `into`. */
  scalars(step: number, into: Float64Array): void;
}

/** A stretch of training: batches of `order`, one after the other. */
export interface Stretch {
  /** The rows of one epoch in their order. */
  readonly order: Int32Array;
  /** Samples of the epoch that are done. */
  readonly position: number;
  readonly batchSize: number;
  /** How many steps at most, all within this epoch. */
  readonly steps: number;
  /** The number of the first step, for the rule's scalars. */
  readonly step: number;
  /** Receives the loss of each step before its update. */
  readonly losses: Float64Array;
  /** One number, to which the losses of the steps are added, each times its samples, one after the other. */
  readonly total: Float64Array;
}

/**
 * Forward, backward and update of many steps compiled together. Everything lives in the engine's memory until it is read.
 */
export interface TrainingLoop {
  /** Sets the parameters (in the order of the program's) and the optimizer's memory. */
  write(parameters: Float64Array, memory: readonly Float64Array[]): void;
  /** Copies both out. */
  read(parameters: Float64Array, memory: readonly Float64Array[]): void;
  /**
   * Makes up to `stretch.steps` steps and returns how many were made. It stops before the first whose loss or gradient is
   * not finite or huge (2^500 and more, in sum), or that would make a parameter so: nothing of that step is kept.
   */
  run(stretch: Stretch): number;
}
