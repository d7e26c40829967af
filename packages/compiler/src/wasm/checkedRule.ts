import { apply, lower, type Node, outputNodes, type Program, sumBatch, topologicalOrder } from '@chainrule/core';
import { abs, add } from '@chainrule/core/primitives';

/**
 * The program of an update rule with one output more: the sum of the magnitudes of gradients and new parameters, which is
 * finite only if all of them are.
 */
export function checkedRule({ structure, fields }: Program): Program {
  const outputs = outputNodes(structure);
  const gradient = topologicalOrder(outputs).nodes.find(
    (node) => node.kind === 'input' && node.name === fields[0]?.name,
  ) as Node;
  const check = sumBatch(apply(add, [apply(abs, [gradient]), apply(abs, [outputs[0] as Node])]));
  return lower([...outputs, check], { simplify: false });
}
