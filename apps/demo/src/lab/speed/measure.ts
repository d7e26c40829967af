import { compile, type EngineOptions } from '@chainrule/compiler';
import type { Node } from '@chainrule/core';
import { trainer } from '@chainrule/training';
import { columnsOf } from '../data/columns.ts';
import { contenders, obstacle } from '../run/contenders.ts';
import { optimizers } from '../run/optimizers.ts';
import { openSession, type Session } from '../run/session.ts';

/** What is timed: the network's outputs for rows, or steps of training. */
export type Work = 'predict' | 'train';

/** What one engine did in a slice of time, or why it did nothing. */
export type Slice = { readonly samples: number; readonly milliseconds: number } | { readonly obstacle: string };

/** How long an engine is timed before another has its turn, in milliseconds. */
const slice = 25;

/** Rows that are predicted at once, at most. */
const mostRows = 256;

/** Does something once, and tells how many samples it was for. */
type Go = () => number;

/** What is ready to be timed for a session, by work and engine. */
const ready = new WeakMap<Session, Map<string, Go>>();

/**
 * Times an engine for a moment, on the network of a session as it was at the start. What is timed is a copy: the run that is shown
 * stays as it is.
 */
export async function measure(session: Session, work: Work, contender: number): Promise<Slice> {
  const chosen = contenders[contender];
  if (chosen === undefined)
    throw new RangeError(`There is no engine ${contender}, only 0 to ${contenders.length - 1}.`);
  const trouble = await obstacle(chosen);
  if (trouble !== undefined) return { obstacle: trouble };
  try {
    const go = await made(session, work, chosen.options);
    const start = performance.now();
    let samples = 0;
    let milliseconds: number;
    do {
      samples += go();
      milliseconds = performance.now() - start;
    } while (milliseconds < slice);
    return { samples, milliseconds };
  } catch (error) {
    return { obstacle: (error as Error).message };
  }
}

async function made(session: Session, work: Work, options: EngineOptions): Promise<Go> {
  const known = ready.get(session) ?? new Map<string, Go>();
  ready.set(session, known);
  const name = JSON.stringify([work, options]);
  const old = known.get(name);
  if (old !== undefined) return old;
  const go = await makers[work](session, options);
  go(); // compiles, and warms up
  known.set(name, go);
  return go;
}

const makers: Readonly<Record<Work, (session: Session, options: EngineOptions) => Promise<Go>>> = {
  predict: async ({ state }, options) => {
    const { model, data } = await openSession(state);
    const predictor = compile<readonly Node[]>(model.outputs, options);
    const { inputs, target, count } = data.training;
    const rows = Math.min(count, mostRows);
    const part = inputs.map((column) => column.subarray(0, rows));
    const columns = columnsOf(data, { count: rows, inputs: part, target: target.subarray(0, rows) });
    const into = predictor.batch(columns);
    return () => {
      predictor.batch(columns, into);
      return rows;
    };
  },
  train: async ({ state }, options) => {
    const { model, data } = await openSession(state);
    const { optimizer, rate, batch, shuffle, seed } = state.training;
    const run = trainer(model.loss, columnsOf(data, data.training), {
      ...options,
      optimizer: optimizers[optimizer](rate),
      batchSize: batch,
      shuffle,
      seed,
      parameters: model.parameters,
    });
    const samples = Math.min(batch, data.training.count);
    return () => {
      run.step();
      return samples;
    };
  },
};
