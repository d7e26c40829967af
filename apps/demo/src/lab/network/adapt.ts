import type { Shape } from './fit.ts';
import { type LayerText, type NetworkText, parseNetwork, printNetwork } from './grammar.ts';

/** The text of a network with the hidden layers of another, that takes and gives what the data asks for. */
export function adaptNetwork(text: string, shape: Shape): string {
  const hidden = hiddenLayers(text);
  return printNetwork({ inputs: shape.features.length, layers: [...hidden, lastLayer(shape)] });
}

/** Those of a text that cannot be read are one of eight. */
function hiddenLayers(text: string): readonly LayerText[] {
  let network: NetworkText;
  try {
    network = parseNetwork(text);
  } catch {
    return [{ kind: 'linear', width: 8, activation: 'tanh' }];
  }
  const last = network.layers.findLastIndex(({ kind }) => kind === 'linear');
  return network.layers.slice(0, last);
}

function lastLayer({ task, classes }: Shape): LayerText {
  if (task === 'regression') return { kind: 'linear', width: 1, activation: undefined };
  return task === 'binary'
    ? { kind: 'linear', width: 1, activation: 'sigmoid' }
    : { kind: 'linear', width: classes.length, activation: 'softmax' };
}
