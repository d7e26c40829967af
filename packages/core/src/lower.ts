import { isPrimitive } from './build.ts';
import { collectLeaves } from './leaves.ts';
import { isNode, type Node } from './node.ts';
import type { Op } from './op.ts';
import { type Order, topologicalOrder } from './order.ts';
import type { Program } from './program.ts';
import { type ProgramWriter, programWriter } from './programWriter.ts';
import { formOf, simplified } from './simplify.ts';
import { type Outputs, outputNodes } from './structure.ts';
import { fill, template } from './template.ts';

export interface LowerOptions {
  /** Apply the laws of simplification first. Default true. */
  readonly simplify?: boolean;
}

/**
 * Turns a graph into a flat program of primitives: derived operations expanded, equal operations merged, the order of every
 * sum fixed. This is what every engine runs and every export prints.
 * @throws GraphError if one name is used for inputs of different sizes.
 * @example lower(sigmoid(x)).length
 */
export function lower(outputs: Outputs, { simplify = true }: LowerOptions = {}): Program {
  if (!simplify || !isNode(outputs)) return lowered(outputs, simplify);
  const program = known.get(outputs) ?? lowered(outputs, simplify);
  known.set(outputs, program);
  return program;
}

/** Nodes never change: what one was lowered to stays true as long as it lives. */
const known = /* @__PURE__ */ new WeakMap<Node, Program>();

function lowered(outputs: Outputs, simplify: boolean): Program {
  const given = outputNodes(outputs);
  const forms = simplify ? given.map(formOf) : given;
  // inputs and parameters that only the graph as given has are numbered too
  const all = topologicalOrder(forms.concat(given));
  const roots = simplify ? given.map(simplified(all)) : given;
  const order = roots.every((root, i) => root === forms[i]) ? all : topologicalOrder(roots);
  const writer = programWriter(collectLeaves(all.leaves), simplify, order.nodes.length);
  return writer.finish(roots.map(nodeWriter(order, writer)), outputs);
}

/** Gives the instruction of a node of an order, and writes those of all nodes up to it if that has not been done. */
export function nodeWriter({ nodes, indexOf }: Order, writer: ProgramWriter): (node: Node) => number {
  const ids = new Int32Array(nodes.length);
  const idOf = (node: Node): number => ids[indexOf(node)] as number;
  const emit = (op: Op, args: readonly number[]): number => {
    if (!isPrimitive(op)) return fill(template(op, 'expand', args.length), args, writer.leaf, emit)[0] as number;
    args.forEach(writer.argument);
    return writer.operation(op);
  };
  let next = 0;
  return (root) => {
    for (const last = indexOf(root); next <= last; next++) {
      const node = nodes[next] as Node;
      if (node.kind !== 'operation') ids[next] = writer.leaf(node);
      else if (isPrimitive(node.op)) {
        for (const arg of node.args) writer.argument(idOf(arg));
        ids[next] = writer.operation(node.op);
      } else ids[next] = emit(node.op, node.args.map(idOf));
    }
    return idOf(root);
  };
}
