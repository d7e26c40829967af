import type { EngineOptions } from '@chainrule/compiler';
import type { InputField, Node } from '@chainrule/core';
import { allRows, type Dataset, dataset } from './dataset.ts';
import { evaluation, type Scores } from './evaluation.ts';
import { split } from './split.ts';
import type { Metrics } from './trainOptions.ts';

/** The data of a training, and what is watched while it runs. */
export interface Watch {
  readonly data: Dataset;
  /** The rows to train on. */
  readonly rows: Int32Array;
  /** Loss and metrics on the training rows; undefined if nobody asked for them. */
  readonly training: (() => Scores) | undefined;
  /** Loss and metrics on the validation data; undefined without such data. */
  readonly validation: (() => Scores) | undefined;
}

/** Reads all data, sets validation rows aside, and prepares the evaluations after each epoch. */
export function watch(
  loss: Node,
  fields: readonly InputField[],
  data: unknown,
  {
    metrics,
    validation,
    always,
    shuffle,
    seed,
    engine,
  }: {
    readonly metrics: Metrics;
    readonly validation: unknown;
    /** Whether the loss on the training rows is wanted even without metrics. */
    readonly always: boolean;
    readonly shuffle: boolean;
    readonly seed: number;
    readonly engine: EngineOptions;
  },
): Watch {
  const wanted = always || validation !== undefined || Object.keys(metrics).length > 0;
  const scores = wanted ? evaluation(loss, metrics, engine) : undefined;
  const needed = scores?.fields ?? fields;
  const all = dataset('Data', needed, data);
  const on = (set: Dataset, rows: Int32Array): (() => Scores) | undefined => scores?.on(set, rows);
  if (typeof validation === 'number') {
    const parts = split(all.count, validation, shuffle, seed);
    return {
      data: all,
      rows: parts.training,
      training: on(all, parts.training),
      validation: on(all, parts.validation),
    };
  }
  const rows = allRows(all.count);
  const other = validation === undefined ? undefined : dataset('Validation data', needed, validation);
  return { data: all, rows, training: on(all, rows), validation: other && on(other, allRows(other.count)) };
}
