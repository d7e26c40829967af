import { build } from '../build.ts';
import { lift, type Node } from '../node.ts';
import { fill, template } from '../template.ts';

/** An op's own statement of log y or 1 − y, written for the arguments of `node`. */
export const stated = (node: Node | undefined, rule: 'log' | 'complement'): Node | undefined =>
  node?.kind === 'operation' && node.op[rule]
    ? fill(template(node.op, rule, node.args.length), node.args, lift, build)[0]
    : undefined;
