import { build, isPrimitive, simpler } from './build.ts';
import { type Node, type Operation, operation } from './node.ts';
import type { Op } from './op.ts';
import { type Order, topologicalOrder } from './order.ts';
import { mapNodes, type Outputs, outputNodes } from './structure.ts';
import { fill, template } from './template.ts';

/**
 * Rewrites a graph by the laws that each primitive states: constants, 0 and 1 are folded, and forms that lose all accuracy are
 * replaced by forms that do not, so `log(sigmoid(z))` becomes `−softplus(−z)`. What no law touches stays the same node.
 * @example simplify(add(multiply(1, x), 0)) // x
 */
export function simplify<O extends Outputs>(outputs: O): O {
  const simple = simplified(topologicalOrder(outputNodes(outputs)));
  return mapNodes<unknown, Node>(outputs, simple) as O;
}

/** The simpler form of a node, if it is known, else the node. */
export const formOf = (node: Node): Node => (node as Operation).form ?? node;

/** The simpler form of each node of a graph, as a function; no law looks through the nodes in `keep`. */
export function simplified({ nodes }: Order, keep?: ReadonlySet<Node>): (node: Node) => Node {
  const forms = keep && new Map<Node, Node>();
  const of = forms ? (node: Node): Node => forms.get(node) ?? node : formOf;
  const changes = (node: Node): boolean => of(node) !== node;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    if (node.kind !== 'operation' || (node.form && !forms)) continue;
    const { args } = node;
    const result = rewrite(node, args.some(changes) ? args.map(of) : args);
    if (forms) forms.set(node, keep?.has(node) ? build(identity, [result]) : result);
    else node.form = result;
  }
  return of;
}

function rewrite(node: Operation, args: readonly Node[]): Node {
  const { op } = node;
  if (op === identity) return args[0] as Node;
  return unlocked(op, args) ?? simpler(op, args) ?? (args === node.args ? node : operation(op, args));
}

/** A derived op that takes the logarithm of something with a better way to say its own is expanded, so that the laws see it. */
function unlocked(op: Op, args: readonly Node[]): Node | undefined {
  if (isPrimitive(op) || !args.some(statesLog) || !takesLog(op, args.length)) return undefined;
  const again = (inner: Op, its: readonly Node[]): Node => unlocked(inner, its) ?? build(inner, its);
  return fill(template(op, 'expand', args.length), args, (leaf) => leaf, again)[0];
}

/** f(x) that states log f(x) or 1 − f(x), exp u, or exp u / s. */
function statesLog(node: Node | undefined): boolean {
  if (node?.kind !== 'operation') return false;
  const { op, args } = node;
  return op.primitive === 'divide' ? isExp(args[0]) : isExp(node) || (op.log ?? op.complement) !== undefined;
}

const isExp = (node: Node | undefined): boolean => node?.kind === 'operation' && node.op.primitive === 'exp';

/** Whether the expansion of a derived op has a logarithm in it, or an op that has. */
function takesLog(op: Op, arity: number): boolean {
  return template(op, 'expand', arity).nodes.some(
    (node) =>
      node.kind === 'operation' &&
      (isPrimitive(node.op) ? node.op.name.startsWith('log') : takesLog(node.op, node.args.length)),
  );
}

/** Stands for a node that must stay recognisable while the graph around it is rewritten. */
const identity = {
  name: 'identity',
  arity: 1,
  finite: true,
  expand: ([x]: readonly Node[]) => x,
  partials: () => [1],
} as unknown as Op;
