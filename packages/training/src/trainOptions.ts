import type { Data } from '@chainrule/core';
import type { EarlyStoppingOptions } from './earlyStopping.ts';
import type { EpochReport } from './history.ts';
import type { Metric } from './metrics/metric.ts';
import type { Terminal } from './progress.ts';
import { type TrainerOptions, trainerOptionNames } from './trainerOptions.ts';

export type Metrics = Readonly<Record<string, Metric>>;

/** The names of the inputs that metrics need beside the loss. */
export type InputsOfMetrics<M extends Metrics> = {
  [K in keyof M]: M[K] extends Metric<infer In> ? In : never;
}[keyof M];

/** What `train` can be told. `In` are the names of the inputs, `M` the metrics. */
export interface TrainOptions<In extends string = string, M extends Metrics = Metrics> extends TrainerOptions {
  /** How often to go through the data. Default 100. */
  readonly epochs?: number;
  /** A fraction of the rows to set aside (random ones; without shuffling the last ones), or other data of the same kind. */
  readonly validation?: number | Data<In>;
  /**
   * Stop when the validation loss (without validation data: the loss on all training data after the epoch) no longer
   * falls. The parameters of the best epoch are put back at the end.
   */
  readonly earlyStopping?: EarlyStoppingOptions;
  /** Figures to compute after each epoch on all training data and all validation data. */
  readonly metrics?: M;
  /** Called after each step: steps and epochs completed, and the loss of the batch before the step. */
  readonly onStep?: (report: StepReport) => void;
  /** Called after each epoch; if it returns a promise, that is awaited. */
  readonly onEpoch?: (report: EpochReport<Extract<keyof M, string>>) => unknown;
  /** Stops between two steps: `train` resolves, `stopped` is 'aborted', the parameters are those of the last step. */
  readonly signal?: AbortSignal;
  /** Where the progress line goes; `false` for none. Default the standard output, if it is a terminal. */
  readonly progress?: Terminal | false;
}

/** What is known after a step. */
export interface StepReport {
  /** Steps and epochs completed. */
  readonly step: number;
  readonly epoch: number;
  /** The loss of the batch before the step. */
  readonly loss: number;
}

export const trainOptionNames: readonly string[] = [
  ...trainerOptionNames,
  'epochs',
  'validation',
  'earlyStopping',
  'metrics',
  'onStep',
  'onEpoch',
  'signal',
  'progress',
];
