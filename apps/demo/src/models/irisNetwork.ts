import { input, parameters, seed } from '@chainrule/core';
import { categoricalCrossEntropy, l2 } from '@chainrule/losses';
import { mlp, normalize, oneHot, softmax } from '@chainrule/macros';
import { add } from '@chainrule/ops';
import { adam, type History, type Terminal, train } from '@chainrule/training';
import { type Flower, measurements, species } from '../data/iris.ts';
import { moments } from '../data/moments.ts';

/** The probability of each species. */
export type IrisNetwork = ReturnType<typeof irisNetwork>;

/**
 * 4-8-3 with tanh and softmax. The inputs are standardized inside the graph, by numbers of the training rows alone, so whoever
 * calls the network gives centimetres.
 */
export function irisNetwork(rows: readonly Flower[]) {
  seed(42);
  // #region model
  const centimetres = {
    sepalLength: input('sepalLength'),
    sepalWidth: input('sepalWidth'),
    petalLength: input('petalLength'),
    petalWidth: input('petalWidth'),
  };
  const scale = moments(rows, measurements);
  const inputs = normalize(centimetres, scale);
  const network = softmax(mlp(inputs, [8, species]));
  // #endregion
  return network;
}

/** What training makes small: cross-entropy, and a little for large weights. */
export function irisLoss(network: IrisNetwork) {
  // #region loss
  const targets = oneHot(input('species'), species);
  const cost = categoricalCrossEntropy(network, targets);
  const size = l2(parameters(network), 0.001);
  const loss = add(cost, size);
  // #endregion
  return loss;
}

/** Fits it to flowers. */
export async function fitIrisNetwork(
  network: IrisNetwork,
  rows: readonly Flower[],
  progress: Terminal | false,
): Promise<History> {
  const loss = irisLoss(network);
  // #region train
  const history = await train(loss, rows, {
    optimizer: adam(0.03),
    epochs: 60,
    progress,
  });
  // #endregion
  return history;
}
