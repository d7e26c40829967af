import {
  apply,
  constant,
  input,
  inputs,
  leafCode,
  lower,
  mapNodes,
  type Node,
  type Outputs,
  primitiveOf,
} from '@chainrule/core';
import { argsOf } from '../terms.ts';

/** The same outputs in primitives alone, simplified: the graph of the program that every engine runs. */
export function expanded(outputs: Outputs): Outputs {
  const program = lower(outputs);
  const slots = program.fields.flatMap(({ name, size }): Node[] =>
    size === undefined ? [input(name)] : inputs(name, size),
  );
  const nodes: Node[] = [];
  for (let id = 0; id < program.length; id++) {
    const primitive = primitiveOf(program, id);
    const about = program.aux[id] as number;
    if (primitive !== undefined)
      nodes.push(
        apply(
          primitive,
          Array.from(argsOf(program, id), (arg) => nodes[arg] as Node),
        ),
      );
    else if (program.op[id] === leafCode.input) nodes.push(slots[about] as Node);
    else nodes.push(program.op[id] === leafCode.constant ? constant(about) : (program.parameters[about] as Node));
  }
  let next = 0;
  return mapNodes<unknown, Node>(outputs, () => nodes[program.outputs[next++] as number] as Node) as Outputs;
}
