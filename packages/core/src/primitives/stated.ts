import { build } from '../build.ts';
import { lift, type Node, operation } from '../node.ts';
import type { Op } from '../op.ts';
import { fill, template } from '../template.ts';

/** log f(x) as f states it. */
export const logOf = (node: Node | undefined): Node | undefined => stated(node, 'log');

/** log(1 − f(x)) by the complement that f states. */
export function logOfComplement(log: Op, node: Node | undefined): Node | undefined {
  const complement = stated(node, 'complement');
  return complement && (logOf(complement) ?? operation(log, [complement]));
}

/** What an op states, written for the arguments of `node`. Logarithms in it stay as they are, so that rewriting ends. */
function stated(node: Node | undefined, rule: 'log' | 'complement'): Node | undefined {
  if (node?.kind !== 'operation' || node.op[rule] === undefined) return undefined;
  const make = (op: Op, args: readonly Node[]): Node =>
    op.primitive?.startsWith('log') ? operation(op, args) : build(op, args);
  return fill(template(node.op, rule, node.args.length), node.args, lift, make)[0];
}
