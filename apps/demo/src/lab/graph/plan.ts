import { type Node, type Order, topologicalOrder } from '@chainrule/core';
import type { Model, ModelLayer } from '../network/model.ts';

/** A linear layer, and where its parameters are: unit by unit its weights, then its bias. */
interface LinearPart {
  /** Which of the linear layers it is, counted from 1. */
  readonly number: number;
  /** Its first parameter. */
  readonly first: number;
  readonly inputs: number;
}

/** How the nodes of a network lie in its layers and units. Nodes are numbered by their place in the loss's topological order. */
export interface Plan {
  readonly model: Model;
  readonly order: Order;
  /** The places of each node's arguments: of node i, those of `args` from `starts[i]` to `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly args: Int32Array;
  /** The same nodes, first those of the outputs, layer by layer; and the place of each. */
  readonly visits: readonly Node[];
  readonly places: Int32Array;
  /** The layer of each node: −1 for the inputs, the number of layers for the loss. */
  readonly layers: Int16Array;
  /** Which unit of its layer a node belongs to; −1 if to none, or to several. */
  readonly units: Int32Array;
  /** For each layer what its linear part is, if it has one. */
  readonly linears: readonly (LinearPart | undefined)[];
}

/** Finds the layers and units of a network. */
export function planOf(model: Model): Plan {
  const order = topologicalOrder([model.loss]);
  const edges = argsOf(order);
  const ranks = layersOf(model, order);
  const linears = linearsOf(model);
  return { model, order, ...edges, ...ranks, linears, units: unitsOf(model, order, edges, ranks.layers, linears) };
}

function argsOf({ nodes, indexOf }: Order): Pick<Plan, 'starts' | 'args'> {
  const starts = new Int32Array(nodes.length + 1);
  const args: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    if (node.kind === 'operation') for (const arg of node.args) args.push(indexOf(arg));
    starts[i + 1] = args.length;
  }
  return { starts, args: Int32Array.from(args) };
}

function layersOf({ inputs, layers, loss }: Model, order: Order): Pick<Plan, 'visits' | 'places' | 'layers'> {
  const all = topologicalOrder([...inputs, ...layers.flatMap(({ nodes }) => nodes), loss]);
  const visits: Node[] = [];
  const places = new Int32Array(order.nodes.length);
  const ends = [inputs, ...layers.map(({ nodes }) => nodes)].map((nodes) => Math.max(...nodes.map(all.indexOf)));
  const of = new Int16Array(order.nodes.length);
  let layer = -1;
  all.nodes.forEach((node, place) => {
    while (layer < layers.length && place > (ends[layer + 1] as number)) layer++;
    const at = order.indexOf(node);
    if (at < 0) return;
    of[at] = layer;
    places[visits.push(node) - 1] = at;
  });
  return { visits, places, layers: of };
}

function linearsOf({ inputs, layers }: Model): (LinearPart | undefined)[] {
  let width = inputs.length;
  let first = 0;
  let number = 0;
  return layers.map(({ text }) => {
    if (text.kind !== 'linear') return undefined;
    const part = { number: ++number, first, inputs: width };
    first += text.width * (width + 1);
    width = text.width;
    return part;
  });
}

const unknown = -2;

/** A node belongs to the unit of those that use it; parameters, and the sums of a linear layer, to the unit that they are of. */
function unitsOf(
  { layers: parts, parameters }: Model,
  { nodes, indexOf }: Order,
  { starts, args }: Pick<Plan, 'starts' | 'args'>,
  layers: Int16Array,
  linears: Plan['linears'],
): Int32Array {
  const units = new Int32Array(nodes.length).fill(unknown);
  linears.forEach((part, layer) => {
    if (part === undefined) return;
    const { width } = (parts[layer] as ModelLayer).text as { width: number };
    for (let k = 0; k < width * (part.inputs + 1); k++)
      units[indexOf(parameters[part.first + k] as Node)] = Math.floor(k / (part.inputs + 1));
  });
  parts.forEach((part) => {
    part.nodes.forEach((node, unit) => {
      units[indexOf(node)] = unit;
    });
  });
  nodes.forEach((node, i) => {
    if (!isLinear(node)) return;
    const parameter = node.kind === 'operation' && node.args.find(({ kind }) => kind === 'parameter');
    if (parameter) units[i] = units[indexOf(parameter)] as number;
  });
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (units[i] === unknown) units[i] = -1;
    for (let a = starts[i] as number; a < (starts[i + 1] as number); a++) {
      const at = args[a] as number;
      if (layers[at] !== layers[i]) continue;
      const arg = nodes[at] as Node;
      if (arg.kind === 'parameter' || isLinear(arg)) continue;
      units[at] = units[at] === unknown || units[at] === units[i] ? (units[i] as number) : -1;
    }
  }
  return units;
}

/** Whether a node is part of what the macro of linear layers made. */
export const isLinear = ({ scope }: Node): boolean => scope?.macro === 'linear';
