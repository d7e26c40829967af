import type { Outline } from './drawing.ts';
import { nodeOf } from './link.ts';

/** A row of the tree: a group, a unit, or a node. */
export interface TreeRow {
  readonly key: string;
  readonly name: string;
  /** How deep, from 1. */
  readonly level: number;
  /** Which of its siblings, from 1, and how many there are. */
  readonly position: number;
  readonly siblings: number;
  /** Whether it is open; undefined if nothing is in it. */
  readonly isOpen: boolean | undefined;
  readonly parent: string | undefined;
}

/** The rows that can be seen: groups, and what is in those that are open. */
export function treeRows(outline: Outline, opened: ReadonlySet<string>): TreeRow[] {
  const children = childrenOf(outline);
  const rows: TreeRow[] = [];
  const add = (keys: readonly string[], level: number, parent: string | undefined): void =>
    keys.forEach((key, i) => {
      const inside = children.get(key) ?? [];
      const isOpen = inside.length === 0 ? undefined : opened.has(key);
      rows.push({ key, name: nameOf(outline, key), level, position: i + 1, siblings: keys.length, isOpen, parent });
      if (isOpen) add(inside, level + 1, key);
    });
  add(children.get('') as readonly string[], 1, undefined);
  return rows;
}

/** The row that stands for a key: what a unit gives is the unit. */
export function rowKeyOf(outline: Outline, key: string): string {
  const node = nodeOf(outline, key);
  if (node < 0) return key === 'output' ? `layer:${outline.parts.length - 1}` : key;
  const layer = outline.layers[node] as number;
  const unit = outline.parts[layer]?.nodes.indexOf(node) ?? -1;
  return unit < 0 ? (outline.keys[node] as string) : `neuron:${layer}:${unit}`;
}

/** The groups that a key lies in, from the outside in. */
export function pathTo(outline: Outline, key: string): string[] {
  const node = nodeOf(outline, key);
  if (node < 0 || key === 'loss') return [];
  const [layer, unit] = [outline.layers[node] as number, outline.units[node] as number];
  if (layer < 0) return ['inputs'];
  if (layer === outline.parts.length) return ['loss'];
  return [`layer:${layer}`, ...(unit < 0 || key.startsWith('neuron:') ? [] : [`neuron:${layer}:${unit}`])];
}

const known = new WeakMap<Outline, ReadonlyMap<string, readonly string[]>>();

/** What is in each group; '' is the whole. */
function childrenOf(outline: Outline): ReadonlyMap<string, readonly string[]> {
  const before = known.get(outline);
  if (before !== undefined) return before;
  const { parts, keys, ops, layers, units, loss } = outline;
  const children = new Map<string, string[]>([['', ['inputs', ...parts.map((_, i) => `layer:${i}`), 'loss']]]);
  const put = (group: string, key: string): void => {
    const list = children.get(group);
    if (list === undefined) children.set(group, [key]);
    else list.push(key);
  };
  parts.forEach(({ nodes }, layer) => {
    nodes.forEach((_, unit) => put(`layer:${layer}`, `neuron:${layer}:${unit}`));
  });
  const neurons = new Set(parts.flatMap(({ nodes }) => [...nodes]));
  keys.forEach((key, node) => {
    if (ops[node] === 'constant' || node === loss || neurons.has(node)) return;
    const [layer, unit] = [layers[node] as number, units[node] as number];
    if (layer < 0) put('inputs', key);
    else if (layer === parts.length) put('loss', key);
    else put(unit < 0 ? `layer:${layer}` : `neuron:${layer}:${unit}`, key);
  });
  known.set(outline, children);
  return children;
}

function nameOf(outline: Outline, key: string): string {
  if (key === 'inputs') return 'inputs';
  if (key.startsWith('layer:'))
    return `layer ${Number(key.slice(6)) + 1}: ${outline.parts[Number(key.slice(6))]?.label}`;
  const node = nodeOf(outline, key);
  const [name, op] = [outline.names[node] as string, outline.ops[node] as string];
  if (key === 'loss') return `loss ${name}`;
  if (key.startsWith('neuron:')) return `unit ${name}`;
  if (key.startsWith('parameter:')) return `${name.startsWith('b') ? 'bias' : 'weight'} ${name}`;
  return key.startsWith('input:') ? `input ${name}` : `${name}, ${op}`;
}
