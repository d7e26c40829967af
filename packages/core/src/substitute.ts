import { inScope, lift, type Node, type NodeLike, operation } from './node.ts';
import { topologicalOrder } from './order.ts';
import { mapNodes, type Outputs, outputNodes } from './structure.ts';

/**
 * The same graph with other nodes in the place of some. `replace` is asked for every node, arguments first, with the node
 * as it is by then and as it was; what depends on a replaced node is built anew, in its scope, and the rest is shared.
 * @throws GraphError if `replace` returns neither a node nor a number.
 * @example substitute(loss, (node) => (node === weight ? constant(1) : node))
 */
export function substitute<O extends Outputs>(outputs: O, replace: (node: Node, original: Node) => NodeLike): O {
  const lifted = mapNodes<unknown, Node>(outputs, (node) => node) as Outputs;
  const order = topologicalOrder(outputNodes(lifted));
  const copies: Node[] = [];
  const of = (node: Node): Node => copies[order.indexOf(node)] as Node;
  for (const node of order.nodes) {
    const changed = node.kind === 'operation' && node.args.some((arg) => of(arg) !== arg);
    const copy = changed ? inScope(node.scope, () => operation(node.op, node.args.map(of))) : node;
    copies.push(lift(replace(copy, node)));
  }
  return mapNodes<unknown, Node>(lifted, of) as O;
}
