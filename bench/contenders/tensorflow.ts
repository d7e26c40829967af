import { createRequire } from 'node:module';
import type { NetworkWork } from '../works/network.ts';
import type { Contender } from '../works/work.ts';

const require = createRequire(new URL('../rivals/package.json', import.meta.url));

/**
 * TensorFlow.js at its best for this work: the data on the backend from the start, a batch a slice of it, an optimizer of
 * its own, nothing read while the time runs but one number at the end.
 * @throws Error if it is not installed.
 */
export async function tensorflowContender(
  backend: 'wasm' | 'cpu',
  { widths, activation, output, batch, optimizer, rate }: NetworkWork,
  weights: readonly number[],
  columns: readonly Float64Array[],
): Promise<Contender> {
  const tf = require('@tensorflow/tfjs');
  if (backend === 'wasm') require('@tensorflow/tfjs-backend-wasm').setThreadsCount(1);
  tf.enableProdMode();
  await tf.setBackend(backend);
  await tf.ready();

  let from = 0;
  const layers = widths.slice(1).map((out, i) => {
    const width = widths[i] as number;
    const units = Array.from({ length: out }, (_, j) =>
      weights.slice(from + j * (width + 1), from + (j + 1) * (width + 1)),
    );
    from += out * (width + 1);
    return {
      weight: tf.variable(tf.transpose(tf.tensor2d(units.map((unit) => unit.slice(0, -1))))),
      bias: tf.variable(tf.tensor1d(units.map((unit) => unit.at(-1)))),
    };
  });
  const table = (lists: readonly Float64Array[]): unknown =>
    tf.keep(tf.transpose(tf.tensor2d(lists.map((list) => Float32Array.from(list)))));
  const width = widths[0] as number;
  const [x, y] = [table(columns.slice(0, width)), table(columns.slice(width))];
  const rows = (columns[0] as Float64Array).length;
  const descend = optimizer === 'adam' ? tf.train.adam(rate, 0.9, 0.999, 1e-8) : tf.train.sgd(rate);
  const variables = layers.flatMap(({ weight, bias }) => [weight, bias]);
  const targets = widths.at(-1) as number;
  let row = 0;

  const loss = (): unknown => {
    let hidden = tf.slice(x, [row, 0], [batch, width]);
    layers.forEach(({ weight, bias }, i) => {
      hidden = tf.add(tf.matMul(hidden, weight), bias);
      if (i < layers.length - 1) hidden = tf[activation](hidden);
    });
    const target = tf.slice(y, [row, 0], [batch, targets]);
    return output === 'softmax'
      ? tf.losses.softmaxCrossEntropy(target, hidden, undefined, 0, tf.Reduction.MEAN)
      : tf.losses.sigmoidCrossEntropy(target, hidden, undefined, 0, tf.Reduction.MEAN);
  };

  return {
    name: `tfjs ${backend}`,
    precision: 'f32',
    run: (steps) => {
      for (let n = 0; n < steps; n++) {
        const last = n === steps - 1;
        const value = descend.minimize(loss, last, variables);
        if (last) {
          value.dataSync();
          value.dispose();
        }
        row = (row + batch) % rows;
      }
      return undefined;
    },
    result: () => {
      const numbers: number[] = [];
      for (const { weight, bias } of layers) {
        const units = weight.transpose().arraySync() as number[][];
        const biases = bias.arraySync() as number[];
        units.forEach((unit, j) => numbers.push(...unit, biases[j] as number));
      }
      return numbers;
    },
  };
}
