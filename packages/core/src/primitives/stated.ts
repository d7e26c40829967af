import { lift, type Node, operation } from '../node.ts';
import type { Op } from '../op.ts';
import { fill, template } from '../template.ts';
import { argOf } from './match.ts';
import { negate } from './negate.ts';

/** An op's own statement of log y or 1 − y, written for the arguments of `node`. */
export const stated = (node: Node | undefined, rule: 'log' | 'complement'): Node | undefined =>
  node?.kind === 'operation' && node.op[rule]
    ? fill(template(node.op, rule, node.args.length), node.args, lift, plain)[0]
    : undefined;

/** Of the laws only −−x → x: the others might state in turn, and for ever. */
const plain = (op: Op, args: readonly Node[]): Node =>
  (op === negate ? argOf(args[0], negate, 0) : undefined) ?? operation(op, args);
