import {
  describe,
  GraphError,
  type InputsOf,
  isNode,
  lift,
  type Node,
  type NodeLike,
  type Structured,
} from '@chainrule/core';

/** Values side by side: a list, or a record with a name for each. Numbers are lifted to constants. */
export type Layer = readonly NodeLike[] | { readonly [name: string]: NodeLike };

/** The structure of a layer with a node in each place, each depending on all inputs of the layer. */
export type Shaped<L extends Layer> = Structured<L, Node<InputsOf<L>>>;

/**
 * The nodes of a layer, in order.
 * @throws GraphError if it is neither list nor record, or empty, or holds anything but nodes and numbers.
 */
export function nodesOf(macro: string, layer: Layer): Node[] {
  if (isNode(layer))
    throw new GraphError(`${macro} takes a list or a record of nodes, not a single node. Put it into a list: [node].`);
  if (typeof layer !== 'object' || layer === null)
    throw new GraphError(`${macro} takes a list or a record of nodes, not ${describe(layer)}.`);
  const entries: readonly (readonly [string | number, NodeLike])[] = Array.isArray(layer)
    ? Array.from(layer, (value: NodeLike, i) => [i, value] as const)
    : Object.entries(layer);
  if (entries.length === 0)
    throw new GraphError(
      `${macro} got an empty ${Array.isArray(layer) ? 'list' : 'record'}. Give it at least one node.`,
    );
  return entries.map(([key, value]) => {
    if (typeof value !== 'number' && !isNode(value))
      throw new GraphError(
        `${macro}, element ${typeof key === 'number' ? key : `"${key}"`}: expected a node or a number, not ${describe(value)}.`,
      );
    return lift(value);
  });
}
