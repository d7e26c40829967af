import type { EngineReport } from '@chainrule/compiler';

/** What is known after an epoch. `M` are the names of the metrics. */
export interface EpochReport<M extends string = string> {
  /** The epoch, counted from 1, and how many there are to be at most. */
  readonly epoch: number;
  readonly epochs: number;
  /** Steps completed. */
  readonly step: number;
  /** Mean over the epoch's samples of the loss that each batch had before its update. */
  readonly loss: number;
  /** The loss on the validation data after the epoch; undefined without such data. */
  readonly validationLoss: number | undefined;
  /** The learning rate of the epoch's last step. */
  readonly learningRate: number;
  /** The metrics on the training data, and on the validation data if there is any, after the epoch. */
  readonly metrics: Readonly<Record<M, number>>;
  readonly validationMetrics: Readonly<Record<M, number>> | undefined;
}

/** How a training went: element e of each list belongs to epoch e + 1. */
export interface History<M extends string = string> {
  readonly loss: readonly number[];
  /** Empty without validation data. */
  readonly validationLoss: readonly number[];
  readonly learningRate: readonly number[];
  readonly metrics: Readonly<Record<M, readonly number[]>>;
  /** Empty lists without validation data. */
  readonly validationMetrics: Readonly<Record<M, readonly number[]>>;
  /** 'finished': all epochs done; 'early': no more improvement; 'aborted': by the signal, in the middle of an epoch too. */
  readonly stopped: 'finished' | 'early' | 'aborted';
  /** The epoch, counted from 1, whose parameters were kept; undefined without early stopping, or when aborted. */
  readonly bestEpoch: number | undefined;
  /** What ran the steps, and why. */
  readonly engine: EngineReport;
}

/** The history that reports of epochs make. */
export function history<M extends string>(
  names: readonly M[],
  reports: readonly EpochReport<M>[],
  stopped: History['stopped'],
  bestEpoch: number | undefined,
  engine: EngineReport,
): History<M> {
  const validated = reports.filter((report) => report.validationLoss !== undefined);
  const byName = <T>(list: (name: M) => T): Record<M, T> =>
    Object.fromEntries(names.map((name) => [name, list(name)])) as Record<M, T>;
  return {
    loss: reports.map(({ loss }) => loss),
    validationLoss: validated.map(({ validationLoss }) => validationLoss as number),
    learningRate: reports.map(({ learningRate }) => learningRate),
    metrics: byName((name) => reports.map(({ metrics }) => metrics[name])),
    validationMetrics: byName((name) => validated.map(({ validationMetrics }) => validationMetrics?.[name] as number)),
    stopped,
    bestEpoch,
    engine,
  };
}
