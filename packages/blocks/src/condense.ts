import { apply, type Node, type NodeTable, type Operation, type Parameter, parameter } from '@chainrule/core';
import { isInner, type Layer, layersOf } from './layers.ts';
import { layer, list, row, total } from './vectorOps.ts';

/** A graph in which a few operations on lists stand for its dense layers. */
export interface Condensed {
  readonly root: Node;
  /** The lists of values that its layers read. */
  readonly lists: readonly Node[];
  /** The layers, each with the parameter that stands for its weights. */
  readonly layers: ReadonlyMap<Parameter, Layer>;
  /** The parameters that are added up, each time by the one that stands for them. */
  readonly sums: ReadonlyMap<Parameter, readonly Parameter[]>;
  /** The number of the layer that a parameter is a weight of; also of sums that are no layers. */
  readonly owners: NodeTable;
  /** All parameters of the graph as given, in order of creation. */
  readonly parameters: readonly Parameter[];
  /** The place of a parameter there, −1 if it is not there. */
  slotOf(parameter: Parameter): number;
}

/**
 * Copies a graph without the products of its layers.
 * @example condense(meanBatch(loss)).layers.size
 */
export function condense(of: Node): Condensed {
  const { nodes, layers, sums, layerOf, owners, parameters, slotOf } = layersOf(of);
  const matrices = new Map<Parameter, Layer>();
  const lists: Node[] = [];
  const all = new Map<Parameter, readonly Parameter[]>();
  const condensed = { lists, layers: matrices, sums: all, owners, parameters, slotOf };
  if (layers.length === 0) return { root: of, ...condensed };

  const copies = new Map<Node, Node>();
  const copyOf = (node: Node): Node => copies.get(node) ?? (isInner(node) ? copied(node) : node);
  const copied = (node: Operation): Node => {
    const args = node.args.map(copyOf);
    const copy = args.every((arg, k) => arg === node.args[k]) ? node : apply(node.op, args);
    copies.set(node, copy);
    return copy;
  };
  const weightAt = (slot: number | undefined): Node => parameters[slot as number] as Node;
  const heads = new Map<Layer, Node>();
  const headOf = (its: Layer): Node => {
    const matrix = parameter(0);
    matrices.set(matrix, its);
    const weights = Array.from(its.weights[0] as Int32Array, weightAt);
    const values = apply(list, [...its.values.map(copyOf), ...weights]);
    lists.push(values);
    const head = apply(layer, [values, matrix]);
    heads.set(its, head);
    return head;
  };
  const rowsDone = new Map<Layer, number>(); // they come in their order
  for (const node of nodes) {
    const its = layerOf(node);
    const added = sums.get(node);
    if (added) {
      const any = parameter(0);
      all.set(any, added);
      const { op, args } = (node as Operation).args[0] as Operation;
      const term = apply(op, new Array(args.length).fill(any));
      copies.set(node, apply(total, [term, any]));
    } else if (its === undefined) copyOf(node);
    else {
      const { args } = node as Operation;
      const done = rowsDone.get(its) ?? 0;
      const weights = its.weights[done];
      rowsDone.set(its, done + 1);
      const head = heads.get(its) ?? headOf(its);
      copies.set(node, apply(row, [head, weightAt(weights?.[0]), ...args.slice(weights?.length)]));
    }
  }
  return { root: copyOf(of), ...condensed };
}
