import type { Node, Parameter } from '@chainrule/core';
import type { Model } from '../network/model.ts';

/** The places of the parameters between each neuron and the layer before it: its weights and its bias, by layer and neuron. */
export function neuronParameters({ inputs, layers, parameters }: Model): number[][][] {
  const places = new Map(parameters.map((parameter, i) => [parameter as Node, i]));
  let before = new Set<Node>(inputs);
  return layers.map(({ nodes }) => {
    const found = nodes.map((node) => {
      const seen = new Set<Node>(before);
      const own: Parameter[] = [];
      const waiting: Node[] = [node];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        if (next.kind === 'parameter') own.push(next);
        else if (next.kind === 'operation') waiting.push(...next.args);
      }
      return own.map((parameter) => places.get(parameter) as number).sort((a, b) => a - b);
    });
    before = new Set(nodes);
    return found;
  });
}
