import { type Data, evaluator, input, inputs, meanBatch, type Node, parameters, seed } from '@chainrule/core';
import { binaryCrossEntropyWithLogits, categoricalCrossEntropyWithLogits } from '@chainrule/losses';
import { mlp } from '@chainrule/macros';
import { relu, tanh } from '@chainrule/ops';
import { adam, sgd } from '@chainrule/training';
import { type CProgram, cContender } from '../contenders/c.ts';
import { type EngineName, type Training, trainContender, trainerContender } from '../contenders/chainrule.ts';
import { tensorflowContender } from '../contenders/tensorflow.ts';
import type { Bar, Work } from './work.ts';

/** A network and how it is trained: on the cross-entropy of its outputs. */
export interface NetworkWork {
  readonly widths: readonly number[];
  readonly activation: 'tanh' | 'relu';
  readonly output: 'sigmoid' | 'softmax';
  readonly rows: number;
  readonly batch: number;
  readonly optimizer: 'adam' | 'sgd';
  readonly rate: number;
}

const activations = { tanh, relu };
/** Rows on which the losses are compared. */
const compared = 256;

/** The outputs of a network, before sigmoid or softmax, with the same weights each time. */
export function networkOutputs({ widths, activation }: Pick<NetworkWork, 'widths' | 'activation'>): readonly Node[] {
  seed(42);
  const [width, ...units] = widths as [number, ...number[]];
  return mlp(inputs('feature', width), units, { activation: activations[activation] });
}

function lossOf(network: NetworkWork): Node {
  const outputs = networkOutputs(network);
  return network.output === 'softmax'
    ? categoricalCrossEntropyWithLogits(outputs, inputs('target', outputs.length))
    : binaryCrossEntropyWithLogits(outputs[0] as Node, input('target'));
}

/** The first rows of the columns, as inputs of the network's loss. */
function dataOf({ widths, output }: NetworkWork, columns: readonly Float64Array[], count: number): Data {
  const width = widths[0] as number;
  const target = columns[width] as Float64Array;
  return {
    feature: rowsOf(columns.slice(0, width), count),
    target: output === 'softmax' ? rowsOf(columns.slice(width), count) : target.subarray(0, count),
  };
}

/** A network of its own with its loss, and how it is trained. */
export function trainingOf(network: NetworkWork, columns: readonly Float64Array[]): Training {
  const { rows, batch, optimizer, rate } = network;
  return {
    loss: lossOf(network),
    data: dataOf(network, columns, rows),
    rows,
    batchSize: batch,
    optimizer: optimizer === 'adam' ? adam(rate) : sgd(rate),
  };
}

/** The same in C: one sample after the other, as one writes it down, and with the batch as the inner dimension of all. */
interface CPrograms {
  readonly files: Readonly<Record<'C' | 'C, batch innermost', string>>;
  readonly defines: NonNullable<CProgram['defines']>;
}

/** The first of them with no more than WebAssembly has: vectors of 128 bits, and no multiply-add in one instruction. */
const narrow = 'C, 128 bits';

/** Training a network: the work of every dense row of the table. */
export function trainNetwork(
  name: string,
  network: NetworkWork,
  columns: readonly Float64Array[],
  { files, defines }: CPrograms,
  bars: readonly Bar[],
): Work {
  const { widths, rows, batch } = network;
  const training = (): Training => trainingOf(network, columns);
  const judged = lossOf(network);
  const weights = parameters(judged);
  const initial = weights.map(({ value }) => value);
  const meanLoss = evaluator({ mean: meanBatch(judged) });
  const some = dataOf(network, columns, Math.min(rows, compared));

  const compiled: readonly EngineName[] = ['Chainrule f64', 'Chainrule f32', 'Chainrule f32 fast'];
  return {
    name,
    timed: `forward, loss, backward, update and loading the batch; ${rows} rows in order`,
    unit: 'sample',
    perStep: batch,
    flops: flopsOf(widths),
    checkSteps: rows / batch,
    verdict: (result) => {
      weights.forEach((weight, k) => (weight.value = result[k] as number));
      return [(meanLoss.batch(some).mean as Float64Array)[0] as number];
    },
    tolerance: { f64: 1e-9, f32: 1e-3 },
    entries: [
      { name: 'interpreter', make: () => trainerContender('interpreter', training()) },
      ...compiled.map((engine) => ({ name: engine, make: () => trainContender(engine, training()) })),
      ...(['wasm', 'cpu'] as const).map((backend) => ({
        name: `tfjs ${backend}`,
        make: () => tensorflowContender(backend, network, initial, columns),
      })),
      ...Object.entries(files).map(([its, file]) => ({
        name: its,
        make: () => cContender(its, { file, defines, precision: 'f32', numbers: [initial, ...columns] }),
      })),
      {
        name: narrow,
        make: () =>
          cContender(narrow, {
            file: files.C,
            defines,
            flags: ['-mprefer-vector-width=128', '-mno-avx512f', '-mno-fma'],
            precision: 'f32',
            numbers: [initial, ...columns],
          }),
      },
    ],
    bars,
  };
}

/** Two operations per multiply-add: each weight takes one forward and one for its derivative, and one for that of its input unless that is data. */
function flopsOf(widths: readonly number[]): number {
  return widths.slice(1).reduce((sum, out, i) => sum + 2 * out * (widths[i] as number) * (i === 0 ? 2 : 3), 0);
}

const rowsOf = (columns: readonly Float64Array[], count: number): number[][] =>
  Array.from({ length: count }, (_, r) => columns.map((column) => column[r] as number));
