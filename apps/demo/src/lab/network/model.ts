import { input, inputs, type Node, type Parameter, parameters, seed } from '@chainrule/core';
import { linear, normalize } from '@chainrule/macros';
import { moments } from '../data/moments.ts';
import type { Split } from '../data/split.ts';
import { LabError } from '../state/labError.ts';
import type { LabState } from '../state/labState.ts';
import { activations } from './activations.ts';
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
  const { inputs: count, layers: texts } = parseNetwork(model.network);
  const { features, vector } = data;
  if (count !== features.length)
    throw new LabError(
      'network',
      `The network has ${count} inputs, the data has ${features.length}: ${features.slice(0, 6).join(', ')}${features.length > 6 ? ', …' : ''}. Write ${features.length} > …`,
    );
  checkOutputs(texts, data);
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

function checkOutputs(layers: readonly LayerText[], { task, classes }: Split): void {
  const last = layers.findLast((layer) => layer.kind === 'linear');
  if (layers.at(-1)?.kind !== 'linear') throw new LabError('network', 'The last layer must be linear.');
  const [width, wanted] =
    task === 'regression'
      ? [1, 'the data has one number to predict: end in "linear 1"']
      : task === 'binary'
        ? [1, 'the data has two classes: end in "linear 1 sigmoid"']
        : [classes.length, `the data has ${classes.length} classes: end in "linear ${classes.length} softmax"`];
  if (last?.width !== width) throw new LabError('network', `The last layer has ${last?.width} outputs, but ${wanted}.`);
}
