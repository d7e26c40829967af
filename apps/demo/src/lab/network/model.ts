import { input, inputs, type Node, type Parameter, parameters, seed } from '@chainrule/core';
import { linear, normalize } from '@chainrule/macros';
import { moments } from '../data/moments.ts';
import type { Split } from '../data/split.ts';
import { LabError } from '../state/labError.ts';
import type { LabState } from '../state/labState.ts';
import { activations } from './activations.ts';
import { checkFit } from './fit.ts';
import { type LayerText, parseNetwork } from './grammar.ts';
import { lossOf } from './lossOf.ts';

/** The values that a part of a network text gives, and what it says. */
export interface ModelLayer {
  readonly text: LayerText;
  readonly nodes: readonly Node[];
}

/** A network with its loss. */
export interface Model {
  readonly inputs: readonly Node[];
  readonly layers: readonly ModelLayer[];
  /** What is predicted: one number, or a probability for each class. */
  readonly outputs: readonly Node[];
  /** For one sample, with the penalty. */
  readonly loss: Node;
  /** In order of creation: the order of `weights` in a state. */
  readonly parameters: readonly Parameter[];
}

/**
 * Builds the network that a state describes, for its data.
 * @throws LabError if the text cannot be read, does not fit the data, or the weights do not fit the network.
 */
export function buildModel({ model, training, weights }: LabState, data: Split): Model {
  const network = parseNetwork(model.network);
  checkFit(network, data);
  const { inputs: count, layers: texts } = network;
  const { features, vector } = data;
  seed(model.seed);
  const leaves: Node[] = vector === undefined ? features.map((name) => input(name)) : inputs(vector, count);
  const layers: ModelLayer[] = [];
  let nodes = leaves;
  for (const text of texts) {
    nodes = apply(text, nodes, data);
    layers.push({ text, nodes });
  }
  const loss = lossOf(nodes, input(data.targetName), data, training);
  const all = parameters(loss);
  if (weights !== undefined) {
    if (weights.length !== all.length)
      throw new LabError('network', `There are ${weights.length} saved weights, the network has ${all.length}.`);
    all.forEach((parameter, k) => {
      parameter.value = weights[k] as number;
    });
  }
  return { inputs: leaves, layers, outputs: nodes, loss, parameters: all };
}

function apply(text: LayerText, nodes: Node[], { training }: Split): Node[] {
  if (text.kind === 'standardize') return [...normalize(nodes, moments(training))];
  const sums = [...linear(nodes, text.width)];
  return text.activation === undefined ? sums : activations[text.activation](sums);
}
