import { describe, GraphError, isNode, lift, type Node, type NodeLike } from '@chainrule/core';

/** Values side by side: a list, or a record with a name for each. Numbers are lifted to constants. */
export type Values = readonly NodeLike[] | { readonly [name: string]: NodeLike };

/** The nodes of a list or record, by place or name. */
function entriesOf(loss: string, role: string, values: Values): Map<string, Node> {
  if (typeof values !== 'object' || values === null || isNode(values))
    throw new GraphError(
      `${loss}: ${role} must be a list or a record of nodes and numbers, not ${isNode(values) ? 'a single node. Put it into a list' : describe(values)}.`,
    );
  const list: readonly [string, NodeLike][] = Array.isArray(values)
    ? Array.from(values, (value: NodeLike, i) => [String(i), value])
    : Object.entries(values);
  if (list.length === 0) throw new GraphError(`${loss}: ${role} are empty. Give at least one.`);
  for (const [key, value] of list)
    if (typeof value !== 'number' && !isNode(value))
      throw new GraphError(`${loss}: ${role}[${key}] is ${describe(value)}, expected a node or a number.`);
  return new Map(list.map(([key, value]) => [key, lift(value)]));
}

/**
 * The nodes of a list or record, in order.
 * @throws GraphError if it is neither, or empty, or holds anything but nodes and numbers.
 */
export function nodesOf(loss: string, role: string, values: Values): Node[] {
  return [...entriesOf(loss, role, values).values()];
}

/**
 * What belongs together of two lists, by place, or of two records, by name, in the order of the first.
 * @throws GraphError if one lacks what the other has.
 */
export function pairsOf(
  loss: string,
  [firstRole, first]: readonly [string, Values],
  [secondRole, second]: readonly [string, Values],
): (readonly [Node, Node])[] {
  const a = entriesOf(loss, firstRole, first);
  const b = entriesOf(loss, secondRole, second);
  if (Array.isArray(first) !== Array.isArray(second))
    throw new GraphError(`${loss}: ${firstRole} and ${secondRole} must both be lists or both be records.`);
  if (Array.isArray(first) && a.size !== b.size)
    throw new GraphError(
      `${loss}: ${a.size} ${firstRole}, but ${b.size} ${secondRole}. Give as many of one as of the other.`,
    );
  requireKeys(loss, a, secondRole, b);
  requireKeys(loss, b, firstRole, a);
  return [...a].map(([key, node]) => [node, b.get(key) as Node]);
}

function requireKeys(
  loss: string,
  needed: ReadonlyMap<string, Node>,
  role: string,
  given: ReadonlyMap<string, Node>,
): void {
  for (const key of needed.keys())
    if (!given.has(key))
      throw new GraphError(
        `${loss}: ${role} lack "${key}". Given: ${[...given.keys()].join(', ')}. Use the same names in both.`,
      );
}
