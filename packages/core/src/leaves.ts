import { GraphError } from './errors.ts';
import type { Input, Node, Parameter } from './node.ts';
import { topologicalOrder } from './order.ts';
import type { InputField } from './program.ts';
import { type Outputs, outputNodes } from './structure.ts';

/** The inputs and parameters of a graph, numbered. */
export interface Leaves {
  readonly fields: readonly InputField[];
  readonly slots: number;
  slotOf(input: Input): number;
  /** The name given, or x1, x2, … */
  nameOf(input: Input): string;
  readonly parameters: readonly Parameter[];
}

/** Numbers inputs (by name) and parameters in order of creation; unnamed inputs get the names x1, x2, … that are free. */
export function collectLeaves(nodes: readonly Node[]): Leaves {
  const byCreation = (a: Node, b: Node): number => a.id - b.id;
  const found = nodes.filter((node) => node.kind === 'input').sort(byCreation);
  const taken = new Set(found.map((input) => input.name));
  const fields = new Map<string, InputField>();
  const names = new Map<Input, string>();
  let slots = 0;
  let unnamed = 0;
  for (const input of found) {
    let { name } = input;
    if (name === undefined) {
      do name = `x${++unnamed}`;
      while (taken.has(name));
      names.set(input, name);
    }
    const size = input.element?.size;
    const field = fields.get(name);
    if (field === undefined) {
      fields.set(name, { name, size, slot: slots });
      slots += size ?? 1;
    } else if (field.size !== size)
      throw new GraphError(
        `Input "${name}" is used as ${sizeText(field.size)} and as ${sizeText(size)}. Give one of them another name.`,
      );
  }
  const nameOf = (input: Input): string => input.name ?? (names.get(input) as string);
  return {
    fields: [...fields.values()],
    slots,
    nameOf,
    slotOf: (input) => (fields.get(nameOf(input)) as InputField).slot + (input.element?.index ?? 0),
    parameters: nodes.filter((node) => node.kind === 'parameter').sort(byCreation),
  };
}

/** Equal for nodes that are the same input; the node itself for others. */
export function inputKey(node: Node): unknown {
  return node.kind === 'input' && node.name !== undefined ? `${node.element?.index ?? ''} ${node.name}` : node;
}

const sizeText = (size: number | undefined): string => (size === undefined ? 'a number' : `a vector of ${size}`);

/**
 * The parameters that outputs depend on, in order of creation.
 * @example parameters(loss).filter((p) => p.trainable).length
 */
export function parameters(outputs: Outputs): Parameter[] {
  return [...collectLeaves(topologicalOrder(outputNodes(outputs)).leaves).parameters];
}
