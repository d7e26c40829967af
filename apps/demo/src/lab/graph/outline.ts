import type { Node } from '@chainrule/core';
import { printLayer } from '../network/grammar.ts';
import type { Outlined } from './drawing.ts';
import { isLinear, type Plan } from './plan.ts';

/** What the page has to know of all nodes, but for their names. */
export function outlineOf(plan: Plan): Outlined {
  const { model, order, layers, units } = plan;
  const placesOf = (nodes: readonly Node[]): Int32Array => Int32Array.from(nodes, order.indexOf);
  const words: string[] = [];
  const places = new Map<string, number>();
  const what = Uint8Array.from(order.nodes, (node) => {
    const word = node.kind === 'operation' ? node.op.name : node.kind;
    if (!places.has(word)) places.set(word, words.push(word) - 1);
    return places.get(word) as number;
  });
  return {
    what,
    words,
    layers,
    units,
    parts: model.layers.map(({ text, nodes }, layer) => ({
      label: printLayer(text),
      nodes: placesOf(nodes),
      sums: sumsOf(plan, layer),
    })),
    inputs: placesOf(model.inputs),
    parameters: placesOf(model.parameters),
    loss: order.indexOf(model.loss),
  };
}

/** The sums that the units of a linear layer begin with: of each the last node that the macro made. */
function sumsOf({ places, order, layers, units, linears }: Plan, layer: number): Int32Array {
  const sums: number[] = [];
  if (linears[layer] === undefined) return Int32Array.of();
  for (const at of places) {
    if (layers[at] !== layer) continue;
    const node = order.nodes[at] as Node;
    if (node.kind === 'operation' && isLinear(node)) sums[units[at] as number] = at;
  }
  return Int32Array.from(sums);
}
