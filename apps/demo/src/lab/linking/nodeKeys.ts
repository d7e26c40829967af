import { type Node, topologicalOrder } from '@chainrule/core';
import type { Model } from '../network/model.ts';

const known = new WeakMap<Model, ReadonlyMap<Node, string>>();

/** The key of each node of a model, by which panes speak of it: what it is for the network goes before its place in the loss. */
export function nodeKeys(model: Model): ReadonlyMap<Node, string> {
  const found = known.get(model);
  if (found !== undefined) return found;
  const keys = new Map<Node, string>();
  const name = (nodes: readonly Node[], kind: string): void =>
    nodes.forEach((node, i) => {
      if (!keys.has(node)) keys.set(node, `${kind}:${i}`);
    });
  name(model.parameters, 'parameter');
  name(model.inputs, 'input');
  model.layers.forEach(({ nodes }, layer) => name(nodes, `neuron:${layer}`));
  if (!keys.has(model.loss)) keys.set(model.loss, 'loss');
  name(topologicalOrder([model.loss]).nodes, 'node');
  known.set(model, keys);
  return keys;
}
