import type { Node } from '@chainrule/core';
import type { Session } from '../run/session.ts';
import type { NeuronMaps } from './neuronMaps.ts';

/** Neurons that are shown. */
const most = 64;

/** What each neuron of the first layer looks for in an image: its weights, from 0 to 1, one half for zero. */
export function neuronWeights({ model, data }: Session): NeuronMaps {
  const length = data.features.length;
  const layer = model.layers.findIndex(({ text }) => text.kind === 'linear');
  const { nodes = [] } = model.layers[layer] ?? {};
  const before: readonly Node[] = model.layers[layer - 1]?.nodes ?? model.inputs;
  const places = new Map(before.map((node, i) => [node, i]));
  const shown = layer === model.layers.length - 1 ? nodes.length : Math.min(nodes.length, most);
  const values = new Float32Array(shown * length).fill(0.5);
  for (let i = 0; i < shown; i++) {
    const weights = weightsOf(nodes[i] as Node, places);
    const largest = Math.max(...weights.map(({ value }) => Math.abs(value))) || 1;
    for (const { place, value } of weights) values[i * length + place] = 0.5 + value / (2 * largest);
  }
  const title = `Weights of layer ${layer + 1}`;
  return { layers: [{ layer, title, neurons: nodes.length, shown }], length, values };
}

/** The parameters that are multiplied with something of the layer before, and with which. */
function weightsOf(neuron: Node, places: ReadonlyMap<Node, number>): { place: number; value: number }[] {
  const seen = new Set<Node>();
  const weights: { place: number; value: number }[] = [];
  const waiting = [neuron];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next) || places.has(next) || next.kind !== 'operation') continue;
    seen.add(next);
    const { args } = next;
    const weight = args.find((arg) => arg.kind === 'parameter');
    const place = args.map((arg) => places.get(arg)).find((found) => found !== undefined);
    if (weight !== undefined && place !== undefined && args.length === 2)
      weights.push({ place, value: (weight as { value: number }).value });
    else waiting.push(...args);
  }
  return weights;
}
