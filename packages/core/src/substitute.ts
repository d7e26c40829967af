import { type Node, operation } from './node.ts';
import { topologicalOrder } from './order.ts';
import { mapNodes, type Outputs, outputNodes } from './structure.ts';

/**
 * The same graph with other nodes in the place of some. `replace` is asked for every node, arguments first, with the node
 * as it is by then and as it was; what depends on a replaced node is built anew, the rest is shared.
 * @example substitute(loss, (node) => (node === weight ? constant(1) : node))
 */
export function substitute<O extends Outputs>(outputs: O, replace: (node: Node, original: Node) => Node): O {
  const order = topologicalOrder(outputNodes(outputs));
  const copies: Node[] = [];
  const of = (node: Node): Node => copies[order.indexOf(node)] ?? node;
  for (const node of order.nodes) {
    const changed = node.kind === 'operation' && node.args.some((arg) => of(arg) !== arg);
    copies.push(replace(changed ? operation(node.op, node.args.map(of)) : node, node));
  }
  return mapNodes<unknown, Node>(outputs, of) as O;
}
