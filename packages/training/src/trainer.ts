import type { Data, NamesOf, Node } from '@chainrule/core';
import { checkNames } from './check.ts';
import { allRows, dataset } from './dataset.ts';
import { descent, type Trainer } from './descent.ts';
import { goalOf } from './objective.ts';
import { descentOptions, type TrainerOptions, trainerOptionNames } from './trainerOptions.ts';

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
