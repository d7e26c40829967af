import type { Node } from '@chainrule/core';
import type { Level } from '../state/labState.ts';
import { type Drawing, type ItemKind, itemKinds, type Outline } from './drawing.ts';
import { layout, type Spacing } from './layout.ts';
import { isLinear, type Plan } from './plan.ts';

/** Up to so many nodes, all are drawn; above, they are folded until they are asked for. */
export const foldAbove = 150;

/** What is unfolded: keys of layers, of units, `loss`, or `*` for all. */
export type Opened = readonly string[] | undefined;

interface Shape extends Spacing {
  readonly size: Drawing['size'];
}

const oneFile = (count: number): number => count;
/** Columns of many units are as wide as high: the pixels of a picture are one again. */
const squares = (count: number): number => (count <= 24 ? count : Math.ceil(Math.sqrt(count)));
const many = (count: number, all: number): number => Math.min(count, Math.max(40, Math.ceil(Math.sqrt(all))));

const shapes: Readonly<Record<Level, Shape>> = {
  blocks: {
    size: { width: 136, height: 96, round: false },
    column: 172,
    row: 120,
    file: 160,
    rows: oneFile,
    sweeps: 0,
    spread: false,
  },
  neurons: {
    size: { width: 48, height: 48, round: true },
    column: 200,
    row: 88,
    file: 72,
    rows: squares,
    sweeps: 0,
    spread: false,
  },
  nodes: {
    size: { width: 104, height: 52, round: false },
    column: 140,
    row: 60,
    file: 112,
    rows: many,
    sweeps: 3,
    spread: true,
  },
};

/** Draws a network at a level: finds the items, what leads where, and a place for each. */
export function draw(plan: Plan, outline: Outline, level: Level, opened: Opened): Drawing {
  const items = itemsOf(plan, outline, level, opened);
  const edges = edgesOf(plan, level, items);
  const shape = shapes[level];
  const { x, y } = layout({ ranks: ranksOf(plan, items, edges), from: edges.from, to: edges.to }, shape);
  const { keys, labels, notes, homes } = items;
  return {
    level,
    size: shape.size,
    items: {
      keys,
      labels,
      notes,
      kinds: Uint8Array.from(items.kinds, (kind) => itemKinds.indexOf(kind)),
      nodes: Int32Array.from(items.nodes),
      x,
      y,
      cells: items.cells,
      folded: Uint8Array.from(keys, (key, i) =>
        level === 'nodes' && items.nodes[i] === -1 && key !== 'output' ? 1 : 0,
      ),
    },
    edges,
    homes,
  };
}

interface Items {
  readonly keys: string[];
  readonly labels: string[];
  readonly notes: string[];
  readonly kinds: ItemKind[];
  readonly nodes: number[];
  readonly cells: Map<number, Int32Array>;
  readonly homes: Int32Array;
}

function itemsOf(plan: Plan, outline: Outline, level: Level, opened: Opened): Items {
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
  const unitItem = (layer: number, unit: number, at: number, linearOnly: boolean): number => {
    const key = `neuron:${layer}:${unit}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const node = (parts[layer] as Outline['parts'][number]).nodes[unit] as number;
    return linearOnly
      ? add(key, 'unit', `Σ ${unit + 1}`, 'folded', -1, Int32Array.of(at))
      : add(key, 'unit', outline.names[node] as string, '', node);
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
      return unit < 0 ? -1 : unitItem(layer, unit, at, false);
    },
    nodes: (node, at, layer, unit) => {
      const isInside = layer >= 0 && layer < parts.length;
      if (!isOpen(layer < 0 ? 'inputs' : isInside ? `layer:${layer}` : 'loss')) return layerItem(layer);
      if (!isInside || unit < 0 || !isLinear(node) || isOpen(`neuron:${layer}:${unit}`)) return nodeItem(node, at);
      return unitItem(layer, unit, at, true);
    },
  };
  for (const node of visits) {
    const at = order.indexOf(node);
    items.homes[at] = itemOf[level](node, at, layers[at] as number, units[at] as number);
  }
  if (level === 'nodes')
    // a folded sum shows what it comes to: the last of its nodes
    visits.forEach((node) => {
      const at = order.indexOf(node);
      const item = items.homes[at] as number;
      if (items.kinds[item] === 'unit') items.cells.set(item, Int32Array.of(at));
    });
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

interface Edges {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly nodes: Int32Array;
}

function edgesOf({ order, layers, linears }: Plan, level: Level, { homes, keys, nodes: shown }: Items): Edges {
  const [from, to, nodes]: [number[], number[], number[]] = [[], [], []];
  const known = new Map<number, number>();
  const connect = (a: number, b: number, node: number): void => {
    const pair = a * keys.length + b;
    const edge = known.get(pair);
    if (edge === undefined) {
      known.set(pair, from.length);
      from.push(a);
      to.push(b);
      nodes.push(node);
    } else if (nodes[edge] !== node) nodes[edge] = -1;
  };
  const output = keys.indexOf('output');
  order.nodes.forEach((node, at) => {
    if (node.kind !== 'operation') return;
    const home = homes[at] as number;
    const weight =
      level === 'neurons' && isLinear(node) ? node.args.find(({ kind }) => kind === 'parameter') : undefined;
    for (const arg of node.args) {
      const source = order.indexOf(arg);
      const its = homes[source] as number;
      if (its === home || its < 0 || home < 0) continue;
      const isPenalty = arg.rank === 0 && layers[source] !== layers[at];
      if (isPenalty && level !== 'nodes') continue;
      const shows = weight !== undefined ? order.indexOf(weight) : (shown[its] as number) < 0 ? -1 : source;
      if (output >= 0 && layers[at] === linears.length && layers[source] === linears.length - 1) {
        connect(its, output, -1);
        connect(output, home, -1);
      } else connect(its, home, shows);
    }
  });
  return { from: Uint32Array.from(from), to: Uint32Array.from(to), nodes: Int32Array.from(nodes) };
}

/**
 * Columns: each item stands after those that lead to it; what is the same for all samples (parameters, constants and what is
 * made of them), and the target, right before the first that uses it.
 */
function ranksOf({ order, visits, layers, linears }: Plan, { homes, keys }: Items, { from, to }: Edges): Int32Array {
  const ranks = new Int32Array(keys.length);
  const isLate = new Uint8Array(keys.length).fill(1);
  const isTarget = (node: Node): boolean => node.kind === 'input' && layers[order.indexOf(node)] === linears.length;
  for (const node of visits) {
    const home = homes[order.indexOf(node)] as number;
    if (home < 0) continue;
    if (node.rank === 1 && !isTarget(node)) isLate[home] = 0;
    if (node.kind !== 'operation') continue;
    for (const arg of node.args) {
      const its = homes[order.indexOf(arg)] as number;
      if (its >= 0 && its !== home) ranks[home] = Math.max(ranks[home] as number, (ranks[its] as number) + 1);
    }
  }
  const moved = new Uint8Array(keys.length);
  const edges = Array.from(from, (_, e) => e).sort((a, b) => (to[b] as number) - (to[a] as number));
  for (const e of edges) {
    const item = from[e] as number;
    if (isLate[item] === 0) continue;
    const before = Math.max(0, (ranks[to[e] as number] as number) - 1);
    ranks[item] = moved[item] === 1 ? Math.min(ranks[item] as number, before) : before;
    moved[item] = 1;
  }
  const output = keys.indexOf('output');
  if (output < 0) return ranks;
  const loss = keys.indexOf('loss');
  ranks[output] = ranks[loss] as number;
  ranks[loss] = (ranks[output] as number) + 1;
  return ranks;
}
