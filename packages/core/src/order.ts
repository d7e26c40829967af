import type { Node, Operation } from './node.ts';

/** Numbers kept beside nodes: pages of creation numbers, so that a look-up is two array reads. */
export type NodeTable = Int32Array[];

const pageLength = 1024;

/** The number kept beside a node, 0 if there is none. */
export function numberOf(table: NodeTable, { id }: Node): number {
  return table[(id / pageLength) | 0]?.[id & (pageLength - 1)] ?? 0;
}

export function setNumber(table: NodeTable, { id }: Node, value: number): void {
  table[(id / pageLength) | 0] ??= new Int32Array(pageLength);
  (table[(id / pageLength) | 0] as Int32Array)[id & (pageLength - 1)] = value;
}

/** Nodes in an order in which each stands after its arguments, and the place of each. */
export interface Order {
  readonly nodes: readonly Node[];
  /** Those of them without arguments. */
  readonly leaves: readonly Node[];
  /** The node's place in `nodes`, −1 if it is not there. */
  indexOf(node: Node): number;
}

/**
 * The topological order of all that `roots` depend on: depth first, arguments from left to right, every node once.
 * The walk keeps its own stack: a chain of a million nodes is no deeper than one of two.
 * @example topologicalOrder([loss]).nodes.length // how many nodes the loss is made of
 */
export function topologicalOrder(roots: readonly Node[]): Order {
  return extendedOrder(roots, [], []);
}

/** The same, after the nodes and leaves of another order, to which it adds. */
export function extendedOrder(roots: readonly Node[], nodes: Node[], leaves: Node[]): Order {
  const place: NodeTable = [];
  nodes.forEach((node, i) => setNumber(place, node, i + 1));
  const path = [{ args: roots } as Operation]; // each an argument of the one before; the first has all roots and no place
  const next = [0]; // which argument of each comes next
  while (path.length > 0) {
    const node = path[path.length - 1] as Operation;
    const { args } = node;
    let i = next.pop() as number;
    for (; i < args.length; i++) {
      const arg = args[i] as Node;
      if (numberOf(place, arg) !== 0) continue;
      if (arg.kind === 'operation') break;
      setNumber(place, arg, nodes.push(arg));
      leaves.push(arg);
    }
    if (i < args.length) {
      path.push(args[i] as Operation);
      next.push(i + 1, 0);
    } else {
      path.pop();
      if (path.length > 0) setNumber(place, node, nodes.push(node));
    }
  }
  return { nodes, leaves, indexOf: (node) => numberOf(place, node) - 1 };
}
