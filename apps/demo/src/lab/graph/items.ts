import type { Node } from '@chainrule/core';
import type { Level } from '../state/labState.ts';
import type { Box, ItemKind, Outline, Outlined } from './drawing.ts';
import { isLinear, type Plan } from './plan.ts';

/** Up to so many nodes, all are drawn; above, they are folded until they are asked for. */
const foldAbove = 150;

/** What is unfolded: keys of layers, of sums, `inputs`, `loss`, or `*` for all. */
export type Opened = readonly string[] | undefined;

/** What is drawn, item by item. */
export interface Items {
  readonly boxes: Map<number, Box>;
  readonly kinds: ItemKind[];
  readonly nodes: number[];
  readonly cells: Map<number, Int32Array>;
  readonly homes: Int32Array;
  /** The items of boxes by their keys, and the loss. */
  readonly named: ReadonlyMap<string, number>;
}

/** Finds the items of a level, and in which of them each node is. */
export function itemsOf(plan: Plan, outline: Outlined, level: Level, opened: Opened): Items {
  const { model, order, layers, units, places } = plan;
  const { parts, loss } = outline;
  const named = new Map<string, number>();
  const items: Items = {
    boxes: new Map(),
    kinds: [],
    nodes: [],
    cells: new Map(),
    homes: new Int32Array(order.nodes.length).fill(-1),
    named,
  };
  const add = (kind: ItemKind, node: number): number => {
    items.kinds.push(kind);
    return items.nodes.push(node) - 1;
  };
  const addBox = (box: Box, kind: ItemKind, node: number, cells?: Int32Array): number => {
    const item = add(kind, node);
    named.set(box.key, item);
    items.boxes.set(item, box);
    if (cells !== undefined) items.cells.set(item, cells);
    return item;
  };

  const isAllOpen = opened === undefined ? order.nodes.length <= foldAbove : opened.includes('*');
  const isOpen = (key: string): boolean => isAllOpen || (opened?.includes(key) ?? false);
  const layerItem = (layer: number): number => {
    if (layer < 0) {
      const label = counted(outline.inputs.length, 'input');
      return named.get('inputs') ?? addBox({ key: 'inputs', label, note: '' }, 'input', -1, outline.inputs);
    }
    if (layer === parts.length) {
      const note = level === 'nodes' ? 'folded' : lossNote(plan);
      const node = level === 'neurons' ? loss : -1;
      return named.get('loss') ?? addBox({ key: 'loss', label: 'loss', note }, 'loss', node, Int32Array.of(loss));
    }
    const key = `layer:${layer}`;
    const { label, nodes } = parts[layer] as Outline['parts'][number];
    return named.get(key) ?? addBox({ key, label, note: parameterNote(plan, layer) }, 'layer', -1, nodes);
  };
  const neuronItem = (layer: number, unit: number): number => {
    const key = `neuron:${layer}:${unit}`;
    const node = (parts[layer] as Outline['parts'][number]).nodes[unit] as number;
    return named.get(key) ?? addBox({ key, label: undefined, note: '' }, 'unit', node);
  };
  /** The sum of a linear layer with all that it is made of. */
  const sumItem = (layer: number, unit: number): number => {
    const key = `sum:${layer}:${unit}`;
    const node = (parts[layer] as Outline['parts'][number]).sums[unit] as number;
    return named.get(key) ?? addBox({ key, label: undefined, note: 'folded' }, 'unit', node);
  };
  const nodeItem = (at: number): number => {
    const item = add(at === loss ? 'loss' : (order.nodes[at] as Node).kind, at);
    if (at === loss) named.set('loss', item);
    return item;
  };

  const itemOf: Readonly<Record<Level, (at: number, layer: number, unit: number) => number>> = {
    blocks: (_, layer) => layerItem(layer),
    neurons: (at, layer, unit) => {
      if (layer < 0) return nodeItem(at);
      if (layer === parts.length) return layerItem(layer);
      return unit < 0 ? -1 : neuronItem(layer, unit);
    },
    nodes: (at, layer, unit) => {
      if (isAllOpen) return nodeItem(at);
      const isInside = layer >= 0 && layer < parts.length;
      if (!isOpen(layer < 0 ? 'inputs' : isInside ? `layer:${layer}` : 'loss')) return layerItem(layer);
      const isOfSum = isInside && unit >= 0 && isLinear(order.nodes[at] as Node);
      return !isOfSum || isOpen(`sum:${layer}:${unit}`) ? nodeItem(at) : sumItem(layer, unit);
    },
  };
  const place = itemOf[level];
  for (const at of places) items.homes[at] = place(at, layers[at] as number, units[at] as number);
  if (level === 'blocks') {
    const outputs = (parts.at(-1) as Outline['parts'][number]).nodes;
    const label = model.outputs.length === 1 ? 'output' : counted(outputs.length, 'output');
    addBox({ key: 'output', label, note: '' }, 'output', -1, outputs);
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
