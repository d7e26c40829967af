import { type Node, type Outputs, outputNodes, type RowLike, type Scope, topologicalOrder } from '@chainrule/core';
import { checkSize } from '../errors.ts';
import { outputPaths, type Path } from '../structure.ts';
import { boxesOfFolded } from './fold.ts';
import { graphLabels } from './labels.ts';
import { plainName } from './plainName.ts';

/** Options of `toDot` and `toMermaid`. */
export interface DrawingOptions {
  /** Writes into each box what its node is for this row. */
  readonly row?: RowLike;
  /** With `row`: writes the derivative of this node by that of each box as well. */
  readonly gradientOf?: Node;
  /** Significant digits of numbers. Default 4. */
  readonly digits?: number;
  /** A graph with more nodes is folded: calls of macros, vectors, and operations side by side become one box each. Default 150. */
  readonly foldAbove?: number;
}

/** What a box stands for. */
export type BoxKind = 'input' | 'parameter' | 'constant' | 'operation' | 'block' | 'output';

export interface Box {
  readonly kind: BoxKind;
  readonly label: readonly string[];
  /** The call of a macro that is drawn around it. */
  readonly scope: Scope | undefined;
}

/** An arrow between two boxes, by their places. */
interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly label: string | undefined;
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  /** The name of a call of a macro: `linear#2`. */
  labelOf(scope: Scope): string;
}

/** Boxes of the nodes of a graph. */
export interface Boxes {
  readonly boxes: Box[];
  /** The box of the node at a place of the order, −1 if it is not drawn. */
  readonly boxOf: Int32Array;
}

/** What a format of drawings takes. */
export interface DrawingLimits {
  readonly target: string;
  readonly boxes: number;
  readonly arrows: number;
  readonly wayOut: string;
}

/** A graph as boxes and arrows; a large one is folded. */
export function drawingOf(outputs: Outputs, options: DrawingOptions, limits: DrawingLimits): Drawing {
  const { foldAbove = 150 } = options;
  const roots = outputNodes(outputs);
  const order = topologicalOrder(roots);
  const labels = graphLabels(outputs, order, options);
  const { boxes, boxOf } =
    order.nodes.length > foldAbove ? boxesOfFolded(order, labels, limits.boxes) : boxesOfAll(order.nodes, labels);
  const check = (size: number, what: 'boxes' | 'arrows'): void =>
    checkSize(size, { target: limits.target, what, limit: limits[what], wayOut: limits.wayOut });
  check(boxes.length, 'boxes');

  const arrows = new Map<string, { from: number; to: number; values: Set<number>; label: string | undefined }>();
  const connect = (from: number, to: number, value: number, label: string | undefined): void => {
    if (from === to || from < 0 || to < 0) return;
    const key = `${from} ${to} ${label ?? ''}`;
    const arrow = arrows.get(key) ?? { from, to, values: new Set(), label };
    arrow.values.add(value);
    arrows.set(key, arrow);
  };
  order.nodes.forEach((node, i) => {
    if (node.kind !== 'operation') return;
    const to = boxOf[i] as number;
    // which argument it is matters where the op has a fixed number of them
    const isOrdered = boxes[to]?.kind === 'operation' && boxes.length <= foldAbove && (node.op.arity ?? 1) > 1;
    node.args.forEach((arg, place) => {
      const at = order.indexOf(arg);
      connect(boxOf[at] as number, to, at, isOrdered && node.args.length > 1 ? String(place + 1) : undefined);
    });
  });
  outputBoxes(outputs, roots, (root) => boxOf[order.indexOf(root)] as number, boxes).forEach(({ from, to, value }) => {
    connect(from, to, value, undefined);
  });
  check(boxes.length, 'boxes');
  check(arrows.size, 'arrows');
  return {
    boxes,
    arrows: [...arrows.values()].map(({ from, to, values, label }) => ({
      from,
      to,
      label: label ?? (values.size > 1 ? `× ${values.size}` : undefined),
    })),
    labelOf: labels.scope,
  };
}

/** A box for each node. Inputs of one name are one. */
function boxesOfAll(nodes: readonly Node[], labels: ReturnType<typeof graphLabels>): Boxes {
  const boxes: Box[] = [];
  const inputs = new Map<string, number>();
  const boxOf = Int32Array.from(nodes, (node, i) => {
    const key = node.kind === 'input' ? labels.node(node, i).join('\n') : undefined;
    const known = key === undefined ? undefined : inputs.get(key);
    if (known !== undefined) return known;
    const at = boxes.push({ kind: node.kind, label: labels.node(node, i), scope: node.scope }) - 1;
    if (key !== undefined) inputs.set(key, at);
    return at;
  });
  return { boxes, boxOf };
}

/** A box for each output, or one for all that come from the same box if there are many. */
function outputBoxes(
  outputs: Outputs,
  roots: readonly Node[],
  boxOf: (root: Node) => number,
  boxes: Box[],
): { from: number; to: number; value: number }[] {
  const paths = outputPaths(outputs);
  const sources = new Map<number, number>();
  const isMany = roots.length > 20;
  return roots.map((root, i) => {
    const from = boxOf(root);
    let to = isMany ? sources.get(from) : undefined;
    if (to === undefined) {
      const sharing = isMany ? roots.filter((other) => boxOf(other) === from).length : 1;
      const label = sharing === 1 ? pathText(paths[i] as Path) : `${sharing} outputs`;
      to = boxes.push({ kind: 'output', label: [label], scope: undefined }) - 1;
      sources.set(from, to);
    }
    return { from, to, value: i };
  });
}

/** Where an output is found, as people write it: `hand[0]`. */
const pathText = ([first, ...rest]: Path): string => {
  const head = typeof first === 'string' ? plainName(first) : first === undefined ? 'output' : `output[${first}]`;
  return head + rest.map((part) => (typeof part === 'string' ? `.${plainName(part)}` : `[${part}]`)).join('');
};
