import type { Node } from '@chainrule/core';
import type { Level } from '../state/labState.ts';
import type { ItemKind, Outline } from './drawing.ts';
import { isLinear, type Plan } from './plan.ts';

/** Up to so many nodes, all are drawn; above, they are folded until they are asked for. */
const foldAbove = 150;

/** What is unfolded: keys of layers, of sums, `inputs`, `loss`, or `*` for all. */
export type Opened = readonly string[] | undefined;

/** What is drawn, item by item. */
export interface Items {
  readonly keys: string[];
  readonly labels: string[];
  readonly notes: string[];
  readonly kinds: ItemKind[];
  readonly nodes: number[];
  readonly cells: Map<number, Int32Array>;
  readonly homes: Int32Array;
}

/** Finds the items of a level, and in which of them each node is. */
export function itemsOf(plan: Plan, outline: Outline, level: Level, opened: Opened): Items {
  const { model, order, layers, units, visits } = plan;
  const { parts } = outline;
  const items: Items = {
    keys: [],
    labels: [],
    notes: [],
    kinds: [],
    nodes: [],
    cells: new Map(),
    homes: new Int32Array(order.nodes.length).fill(-1),
  };
  const found = new Map<string, number>();
  const add = (key: string, kind: ItemKind, label: string, note: string, node: number, cells?: Int32Array): number => {
    const item = items.keys.push(key) - 1;
    found.set(key, item);
    items.labels.push(label);
    items.notes.push(note);
    items.kinds.push(kind);
    items.nodes.push(node);
    if (cells !== undefined) items.cells.set(item, cells);
    return item;
  };

  const isOpen = (key: string): boolean =>
    opened === undefined ? order.nodes.length <= foldAbove : opened.includes('*') || opened.includes(key);
  const layerItem = (layer: number): number => {
    if (layer < 0)
      return (
        found.get('inputs') ?? add('inputs', 'input', counted(outline.inputs.length, 'input'), '', -1, outline.inputs)
      );
    if (layer === parts.length) {
      const note = level === 'nodes' ? 'folded' : lossNote(plan);
      return (
        found.get('loss') ??
        add('loss', 'loss', 'loss', note, level === 'neurons' ? outline.loss : -1, Int32Array.of(outline.loss))
      );
    }
    const key = `layer:${layer}`;
    const { label, nodes } = parts[layer] as Outline['parts'][number];
    return found.get(key) ?? add(key, 'layer', label, parameterNote(plan, layer), -1, nodes);
  };
  const neuronItem = (layer: number, unit: number): number => {
    const key = `neuron:${layer}:${unit}`;
    const node = (parts[layer] as Outline['parts'][number]).nodes[unit] as number;
    return found.get(key) ?? add(key, 'unit', outline.names[node] as string, '', node);
  };
  /** The sum of a linear layer with all that it is made of. */
  const sumItem = (layer: number, unit: number): number => {
    const key = `sum:${layer}:${unit}`;
    const node = (parts[layer] as Outline['parts'][number]).sums[unit] as number;
    return found.get(key) ?? add(key, 'unit', outline.names[node] as string, 'folded', node);
  };
  const nodeItem = (node: Node, at: number): number => {
    const key = outline.keys[at] as string;
    const kind = key === 'loss' ? 'loss' : node.kind;
    return add(key, kind, outline.names[at] as string, node.kind === 'operation' ? node.op.name : '', at);
  };

  const itemOf: Readonly<Record<Level, (node: Node, at: number, layer: number, unit: number) => number>> = {
    blocks: (_, __, layer) => layerItem(layer),
    neurons: (node, at, layer, unit) => {
      if (layer < 0) return nodeItem(node, at);
      if (layer === parts.length) return layerItem(layer);
      return unit < 0 ? -1 : neuronItem(layer, unit);
    },
    nodes: (node, at, layer, unit) => {
      const isInside = layer >= 0 && layer < parts.length;
      if (!isOpen(layer < 0 ? 'inputs' : isInside ? `layer:${layer}` : 'loss')) return layerItem(layer);
      if (!isInside || unit < 0 || !isLinear(node) || isOpen(`sum:${layer}:${unit}`)) return nodeItem(node, at);
      return sumItem(layer, unit);
    },
  };
  for (const node of visits) {
    const at = order.indexOf(node);
    items.homes[at] = itemOf[level](node, at, layers[at] as number, units[at] as number);
  }
  if (level === 'blocks') {
    const outputs = (parts.at(-1) as Outline['parts'][number]).nodes;
    add('output', 'output', model.outputs.length === 1 ? 'output' : counted(outputs.length, 'output'), '', -1, outputs);
  }
  return items;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const lossNote = ({ order, layers, linears }: Plan): string =>
  counted(
    layers.reduce(
      (count, layer, i) => count + (layer === linears.length && order.nodes[i]?.kind === 'operation' ? 1 : 0),
      0,
    ),
    'operation',
  );

function parameterNote({ model, linears }: Plan, layer: number): string {
  const part = linears[layer];
  return part === undefined ? '' : counted((model.layers[layer]?.nodes.length ?? 0) * (part.inputs + 1), 'parameter');
}
