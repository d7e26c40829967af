import type { Data, NamesOf, Node } from '@chainrule/core';
import { check, checkCallbacks, checkNames, checkSignal } from './check.ts';
import { columnsFor } from './dataset.ts';
import { descent } from './descent.ts';
import { earlyStopping } from './earlyStopping.ts';
import { type EpochReport, type History, history } from './history.ts';
import { longestStretch } from './loopSteps.ts';
import { goalOf } from './objective.ts';
import { pacer, pause } from './pace.ts';
import { progressLine, standardOutput } from './progress.ts';
import { descentOptions } from './trainerOptions.ts';
import { type InputsOfMetrics, type Metrics, type TrainOptions, trainOptionNames } from './trainOptions.ts';
import { watch } from './watch.ts';

/**
 * Fits the parameters of a loss to data, and writes their values back into the parameters.
 *
 * Minimised is the mean of the loss over each batch; what does not differ between samples (a penalty) counts once. Per
 * step: all gradients first, all updates after. The same seed gives the same bits on every machine. Yields to the event
 * loop every few milliseconds.
 * @throws InputError naming row, column and value, if the data is wrong, before anything is trained.
 * @throws TrainingError if an option makes no sense, or the loss has nothing to train.
 * @throws NonFiniteError as soon as a loss, gradient or update is not finite, or a gradient too large to be squared, naming the node,
 * its formula, the sample and a cure; the parameters keep the last values with a finite loss.
 * @example const history = await train(loss, [{ x: 1, y: 2 }, { x: 2, y: 4 }], { optimizer: sgd(0.1), epochs: 50 });
 */
export async function train<const L extends Node, const M extends Metrics = Record<never, never>>(
  loss: L,
  data: Data<NamesOf<L> | InputsOfMetrics<M>>,
  options: TrainOptions<NamesOf<L> | InputsOfMetrics<M>, M> = {},
): Promise<History<Extract<keyof M, string>>> {
  type Name = Extract<keyof M, string>;
  checkNames('train', options, trainOptionNames);
  const { epochs = 100, validation, onStep, onEpoch, signal } = options;
  checkSignal(signal);
  checkCallbacks({ onStep, onEpoch });
  check(Number.isSafeInteger(epochs) && epochs >= 1, 'epochs', epochs, 'a positive whole number');
  const settings = descentOptions(options);
  const goal = goalOf(loss, options.parameters);
  const stopping =
    options.earlyStopping === undefined ? undefined : earlyStopping(goal.parameters, options.earlyStopping);
  const metrics: Metrics = options.metrics ?? {};
  const names = Object.keys(metrics) as Name[];
  const { shuffle, seed, engine } = settings;
  const always = stopping !== undefined;
  const watched = watch(loss, goal.fields, data, { metrics, validation, always, shuffle, seed, engine });
  const columns = columnsFor(goal.fields, watched.data);
  const run = descent(goal, { ...settings, columns, rows: watched.rows });

  const perEpoch = watched.rows.length;
  const terminal = options.progress ?? standardOutput();
  const line = progressLine(terminal === false ? undefined : terminal, epochs, perEpoch);
  const pace = pacer();
  const reports: EpochReport<Name>[] = [];
  let stopped: History['stopped'] = 'finished';

  const losses = new Float64Array(Math.min(longestStretch, perEpoch));
  const total = new Float64Array(1); // the losses of an epoch's samples
  const watchedByEpoch = watched.training ?? watched.validation ?? stopping ?? onEpoch ?? options.progress;

  /** Evaluates the model after an epoch; gives the report, and the loss that early stopping watches. */
  const report = (epoch: number, epochLoss: number): [EpochReport<Name>, number] => {
    const checked = watched.validation?.();
    const after = names.length > 0 || checked === undefined ? watched.training?.() : undefined;
    const next = {
      epoch,
      epochs,
      step: run.steps,
      loss: epochLoss,
      validationLoss: checked?.loss,
      learningRate: settings.optimizer.rate(run.steps - 1),
      metrics: (after?.metrics ?? {}) as Record<Name, number>,
      validationMetrics: checked?.metrics as Record<Name, number> | undefined,
    };
    return [next, (checked ?? after)?.loss ?? epochLoss];
  };

  try {
    for (let epoch = 1; epoch <= epochs && stopped === 'finished'; epoch++) {
      total[0] = 0;
      while (run.epoch < epoch && !signal?.aborted) {
        const made = run.stretch(onStep ? 1 : pace.steps, losses, total);
        if (onStep) {
          run.publish();
          onStep({ step: run.steps, epoch: run.epoch, loss: losses[0] as number });
        }
        if (pace.due(made)) {
          run.publish();
          const done = run.position || perEpoch;
          line.show(epoch, (epoch - 1) * perEpoch + done, (total[0] as number) / done);
          await pause();
          pace.resume();
        }
      }
      if (run.epoch < epoch) {
        stopped = 'aborted';
        break;
      }
      if (watchedByEpoch) run.publish();
      const [next, lossAfter] = report(epoch, (total[0] as number) / perEpoch);
      reports.push(next);
      line.show(epoch, epoch * perEpoch, next.loss);
      if (stopping?.enough(epoch, lossAfter)) stopped = 'early';
      const answer = onEpoch?.(next);
      if (answer !== undefined) await answer;
    }
  } finally {
    run.publish();
    line.end();
  }
  if (stopped !== 'aborted') stopping?.restore();
  return history(names, reports, stopped, stopped === 'aborted' ? undefined : stopping?.bestEpoch, run.engine);
}
