import type { Node } from './node.ts';

/** Numbers kept beside nodes: pages of creation numbers, so that a look-up is two array reads. Absent nodes have 0. */
export interface NodeTable {
  get(node: Node): number;
  set(node: Node, value: number): void;
}

const pageLength = 512;

export function nodeTable(): NodeTable {
  const pages: (Int32Array | undefined)[] = [];
  const pageOf = (id: number): number => (id / pageLength) | 0;
  return {
    get: ({ id }) => {
      const page = pages[pageOf(id)];
      return page === undefined ? 0 : (page[id & (pageLength - 1)] as number);
    },
    set: ({ id }, value) => {
      let page = pages[pageOf(id)];
      if (page === undefined) pages[pageOf(id)] = page = new Int32Array(pageLength);
      page[id & (pageLength - 1)] = value;
    },
  };
}

/** Nodes in an order in which each stands after its arguments, and the place of each. */
export interface Order {
  readonly nodes: readonly Node[];
  /** The node's place in `nodes`, −1 if it is not there. */
  indexOf(node: Node): number;
}

/**
 * The topological order of all that `roots` depend on: depth first, arguments from left to right, every node once.
 * The walk keeps its own stack: a chain of a million nodes is no deeper than one of two.
 * @example topologicalOrder([loss]).nodes.length // how many nodes the loss is made of
 */
export function topologicalOrder(roots: readonly Node[]): Order {
  const open = -1;
  const nodes: Node[] = [];
  const place = nodeTable();
  const stack: Node[] = [];
  for (let r = roots.length - 1; r >= 0; r--) stack.push(roots[r] as Node);
  while (stack.length > 0) {
    const node = stack[stack.length - 1] as Node;
    const state = place.get(node);
    if (state === 0 && node.kind === 'operation') {
      place.set(node, open);
      const { args } = node;
      for (let i = args.length - 1; i >= 0; i--) if (place.get(args[i] as Node) === 0) stack.push(args[i] as Node);
    } else {
      stack.pop();
      if (state <= 0) place.set(node, nodes.push(node));
    }
  }
  return { nodes, indexOf: (node) => place.get(node) - 1 };
}
