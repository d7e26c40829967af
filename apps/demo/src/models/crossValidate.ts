import { evaluator } from '@chainrule/core';
import type { Terminal } from '@chainrule/training';
import { folds } from '../data/folds.ts';
import { type Flower, iris, type species } from '../data/iris.ts';
import { fitIrisNetwork, type IrisNetwork, irisNetwork } from './irisNetwork.ts';

/** A network, and what it says of flowers that it was not trained on. */
export interface Trial {
  readonly network: IrisNetwork;
  readonly training: readonly Flower[];
  readonly test: readonly Flower[];
  /** One column of probabilities for each species, one number for each test flower. */
  readonly predicted: Readonly<Record<(typeof species)[number], Float64Array>>;
}

/** Trains five networks on iris, each without a fifth of the flowers, and asks each about its fifth. */
export async function crossValidate(progress: Terminal | false = false, seed = 1): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const { training, test } of folds(iris(), 5, { classOf: (flower) => flower.species, seed })) {
    const network = irisNetwork(training);
    await fitIrisNetwork(network, training, progress);
    trials.push({ network, training, test, predicted: evaluator(network).batch(test) });
  }
  return trials;
}
