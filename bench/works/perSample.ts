import { type Data, evaluator, meanBatch, type Node, parameters } from '@chainrule/core';
import { sgd } from '@chainrule/training';
import { cContender } from '../contenders/c.ts';
import { trainContender } from '../contenders/chainrule.ts';
import { type ObjectNetwork, objectsContender } from '../contenders/recursion.ts';
import type { Bar, Work } from './work.ts';

/** A small model that is trained sample by sample, as a graph, as objects, and as a C program. */
export interface PerSampleWork {
  readonly name: string;
  /** The loss as a graph, made anew each time, with the same parameters. */
  readonly loss: () => Node;
  readonly data: Readonly<Record<string, Float64Array>>;
  /** The same as objects: in the article's way, and as lean as they get. */
  readonly objects: Readonly<Record<'objects' | 'lean objects', () => ObjectNetwork>>;
  readonly program: string;
  readonly rate: number;
  readonly bars: readonly Bar[];
}

/** What gcc is told: the second computes what is written, in that order and rounding each result, as f64 here is bound to. */
const compilations = { C: [], 'C, strict': ['-fno-fast-math', '-ffp-contract=off'] } as const;

export function trainPerSample({ name, loss, data, objects, program, rate, bars }: PerSampleWork): Work {
  const columns = Object.values(data);
  const rows = (columns[0] as Float64Array).length;
  const judged = loss();
  const weights = parameters(judged);
  const initial = weights.map(({ value }) => value);
  const meanLoss = evaluator({ mean: meanBatch(judged) });
  const engines = ['Chainrule auto', 'Chainrule javascript', 'Chainrule f64', 'interpreter'] as const;
  return {
    name,
    timed: `forward, loss, backward and update; ${rows} rows in order`,
    unit: 'sample',
    perStep: 1,
    checkSteps: rows,
    verdict: (result) => {
      weights.forEach((weight, k) => (weight.value = result[k] as number));
      return [meanLoss.batch(data as Data).mean[0] as number];
    },
    tolerance: { f64: 1e-9, f32: 1e-3 },
    entries: [
      ...Object.entries(objects).map(([kind, network]) => ({
        name: kind,
        make: () => objectsContender(kind, network(), columns, rate),
      })),
      ...engines.map((engine) => ({
        name: engine,
        make: () =>
          trainContender(engine, { loss: loss(), data: data as Data, rows, batchSize: 1, optimizer: sgd(rate) }),
      })),
      ...Object.entries(compilations).map(([its, flags]) => ({
        name: its,
        make: () =>
          cContender(its, {
            file: program,
            flags,
            precision: 'f64',
            defines: { ROWS: rows, RATE: rate },
            numbers: [initial, ...columns],
          }),
      })),
    ],
    bars,
  };
}
