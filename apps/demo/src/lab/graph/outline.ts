import type { Node } from '@chainrule/core';
import type { Split } from '../data/split.ts';
import { printLayer } from '../network/grammar.ts';
import type { Outline } from './drawing.ts';
import { namesOf } from './names.ts';
import { isLinear, type Plan } from './plan.ts';

/** What the page has to know of all nodes. */
export function outlineOf(plan: Plan, data: Split): Outline {
  const { model, order, layers, units } = plan;
  const places = (nodes: readonly Node[]): Int32Array => Int32Array.from(nodes, order.indexOf);
  const keys = order.nodes.map((_, i) => `node:${i}`);
  const [inputs, parameters] = [places(model.inputs), places(model.parameters)];
  const loss = order.indexOf(model.loss);
  inputs.forEach((at, i) => {
    keys[at] = `input:${i}`;
  });
  parameters.forEach((at, i) => {
    keys[at] = `parameter:${i}`;
  });
  keys[loss] = 'loss';
  return {
    keys,
    names: namesOf(plan, data),
    ops: order.nodes.map((node) => (node.kind === 'operation' ? node.op.name : node.kind)),
    layers,
    units,
    parts: model.layers.map(({ text, nodes }, layer) => ({
      label: printLayer(text),
      nodes: places(nodes),
      sums: sumsOf(plan, layer),
    })),
    inputs,
    parameters,
    loss,
  };
}

/** The sums that the units of a linear layer begin with: of each the last node that the macro made. */
function sumsOf({ visits, order, layers, units, linears }: Plan, layer: number): Int32Array {
  const sums: number[] = [];
  if (linears[layer] === undefined) return Int32Array.of();
  for (const node of visits) {
    const at = order.indexOf(node);
    if (layers[at] === layer && node.kind === 'operation' && isLinear(node)) sums[units[at] as number] = at;
  }
  return Int32Array.from(sums);
}
