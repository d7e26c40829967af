import type { EngineReport } from '@chainrule/compiler';
import type { Data, NamesOf, Node, Parameter } from '@chainrule/core';
import { checkNames } from './check.ts';
import { allRows, dataset } from './dataset.ts';
import { descent } from './descent.ts';
import { goalOf } from './objective.ts';
import { descentOptions, type TrainerOptions, trainerOptionNames } from './trainerOptions.ts';
import type { TrainerState } from './trainerState.ts';

/** A run of an optimizer, a step at a time. */
export interface Trainer {
  /**
   * One step: all gradients first, all updates after. Returns the loss of the batch before the update.
   * @throws NonFiniteError if loss, gradient or update is not finite, or a gradient too large to be squared. The step is
   * then not made, and if it is the loss, the parameters go back to the last values whose loss was finite.
   */
  step(): number;
  /** Epochs completed. */
  readonly epoch: number;
  /** Samples of the current epoch that are done. */
  readonly position: number;
  /** Steps completed. */
  readonly steps: number;
  /** The rows of the data that the next step takes, in its order; a list of one's own. */
  readonly nextRows: Int32Array;
  /** The largest partial derivative, by magnitude, of the last step. */
  readonly steepest: number;
  /** The learning rate of the next step. */
  readonly learningRate: number;
  /** The parameters that are trained. */
  readonly parameters: readonly Parameter[];
  /** What runs the steps, and why. */
  readonly engine: EngineReport;
  /** The run as plain data. Restored, it goes on with the same bits, in the middle of an epoch too. */
  state(): TrainerState;
  /**
   * Goes on from a saved state: sets parameters, the optimizer's memory, and the place in the data.
   * @throws TrainingError if the state is of another model, optimizer or data set; nothing is changed then.
   */
  restore(state: TrainerState): void;
}

/**
 * Training a step at a time: for animations, for loops of one's own, for saving and resuming.
 *
 * What is minimised is the mean of the loss over a batch; what does not differ between samples (a penalty) counts once.
 * @throws TrainingError if an option makes no sense, or the loss has nothing to train.
 * @throws InputError naming row, column and value, if the data is wrong.
 * @example const run = trainer(loss, rows, { optimizer: sgd(0.1), batchSize: 1 });
 * while (run.epoch < 10) run.step();
 */
export function trainer<const L extends Node>(loss: L, data: Data<NamesOf<L>>, options: TrainerOptions = {}): Trainer {
  checkNames('trainer', options, trainerOptionNames);
  const settings = descentOptions(options);
  const goal = goalOf(loss, options.parameters);
  const { columns, count } = dataset('Data', goal.fields, data);
  return descent(goal, { ...settings, columns, rows: allRows(count) });
}
