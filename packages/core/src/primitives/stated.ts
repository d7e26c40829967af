import { build } from '../build.ts';
import { lift, type Node, operation } from '../node.ts';
import type { Op } from '../op.ts';
import { fill, template } from '../template.ts';

let inside = false;

/**
 * log f(x) or 1 − f(x) as f states it, written for the arguments of `node`. Inside of what is stated nothing stated is looked
 * up, so that rewriting comes to an end, whatever an op says of itself.
 */
export function stated(node: Node | undefined, rule: 'log' | 'complement'): Node | undefined {
  if (inside || node?.kind !== 'operation' || node.op[rule] === undefined) return undefined;
  inside = true;
  try {
    return fill(template(node.op, rule, node.args.length), node.args, lift, build)[0];
  } finally {
    inside = false;
  }
}

/** log(1 − f(x)) by the complement that f states. */
export function logOfComplement(log: Op, node: Node | undefined): Node | undefined {
  const complement = stated(node, 'complement');
  return complement && (stated(complement, 'log') ?? operation(log, [complement]));
}
