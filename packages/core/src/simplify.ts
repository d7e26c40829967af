import { build, simpler } from './build.ts';
import { type Node, type Operation, operation } from './node.ts';
import type { Op } from './op.ts';
import { type Order, topologicalOrder } from './order.ts';
import { mapNodes, type Outputs, outputNodes } from './structure.ts';
import { fill, template } from './template.ts';

/**
 * Rewrites a graph by the table of laws (laws.ts): constants, 0 and 1 are folded, and forms that lose all accuracy are
 * replaced by forms that do not, so `log(sigmoid(z))` becomes `−softplus(−z)`. What no law touches stays the same node.
 * @example simplify(add(multiply(1, x), 0)) // x
 */
export function simplify<O extends Outputs>(outputs: O): O {
  const simple = simplified(topologicalOrder(outputNodes(outputs)));
  return mapNodes<unknown, Node>(outputs, simple) as O;
}

/** The simpler form of each node of a graph, as a function; no law looks through the nodes in `keep`. */
export function simplified({ nodes, indexOf }: Order, keep?: ReadonlySet<Node>): (node: Node) => Node {
  const rewritten = new Map<number, Node>();
  const of = (node: Node): Node => (rewritten.size === 0 ? node : (rewritten.get(indexOf(node)) ?? node));
  nodes.forEach((node, i) => {
    if (node.kind !== 'operation') return;
    const result = rewrite(node, node.args.every((arg) => of(arg) === arg) ? node.args : node.args.map(of));
    if (keep?.has(node)) rewritten.set(i, build(identity, [result]));
    else if (result !== node) rewritten.set(i, result);
  });
  return of;
}

function rewrite(node: Operation, args: readonly Node[]): Node {
  const { op } = node;
  if (op === identity) return args[0] as Node;
  if (op.primitive === undefined && unlocks(op, args))
    return fill(template(op, 'expand', args.length), args, (leaf) => leaf, build)[0] as Node;
  return simpler(op, args) ?? (args === node.args ? node : operation(op, args));
}

/** Whether a derived op takes the logarithm of something that has a better way to say its own: then it is expanded early. */
function unlocks(op: Op, args: readonly Node[]): boolean {
  return args.some(statesLog) && template(op, 'expand', args.length).nodes.some(takesLog);
}

const statesLog = (node: Node): boolean =>
  node.kind === 'operation' &&
  (node.op.log !== undefined || node.op.complement !== undefined || node.op.primitive === 'exp');

const takesLog = (node: Node): boolean =>
  node.kind === 'operation' && (node.op.primitive === 'log' || node.op.primitive === 'log1p');

/** Stands for a node that must stay recognisable while the graph around it is rewritten. */
const identity: Op = {
  name: 'identity',
  arity: 1,
  notation: undefined,
  finite: true,
  primitive: undefined,
  expand: ([x]) => x as Node,
  partials: () => [1],
  log: undefined,
  complement: undefined,
};
