import { describe, GraphError } from './errors.ts';
import { isNode, lift, type NamesOf, type Node } from './node.ts';

/** Structure in, structure out: a node, or arrays and records of outputs, as deep as one likes. */
export type Outputs = Nested<Node | number>;

/** A structure of which nothing else is known, such as that of a loaded model. */
export type Nested<T> = T | readonly Nested<T>[] | { readonly [key: string]: Nested<T> };

/** The same structure with another thing in each place. */
export type Structured<O, T> = Outputs extends O
  ? Nested<T>
  : O extends Node | number
    ? T
    : { -readonly [K in keyof O]: Structured<O[K], T> };

/** The names of the inputs that a structure of outputs depends on. */
export type InputsOf<O> = Outputs extends O
  ? string
  : O extends Node | number
    ? NamesOf<O>
    : O extends readonly (infer E)[]
      ? InputsOf<E>
      : { [K in keyof O]: InputsOf<O[K]> }[keyof O];

/** The nodes of a structure, which an error calls `name`, in order. */
export function outputNodes(outputs: Outputs, name?: string): Node[] {
  const nodes: Node[] = [];
  mapNodes<unknown, number>(outputs, (node) => nodes.push(node), name);
  return nodes;
}

/**
 * Replaces each node of a structure, which an error calls `name`.
 * @throws GraphError if something in it is neither node, number, array nor record.
 */
export function mapNodes<O, T>(outputs: O, replace: (node: Node) => T, name = 'outputs'): Structured<O, T> {
  let mapped: unknown;
  if (isNode(outputs) || typeof outputs === 'number') mapped = replace(lift(outputs));
  else if (Array.isArray(outputs))
    mapped = Array.from(outputs, (output: unknown, i) =>
      isNode(output) ? replace(output) : mapNodes(output, replace, `${name}[${i}]`),
    );
  else if (typeof outputs === 'object' && outputs !== null)
    mapped = Object.fromEntries(
      Object.entries(outputs).map(([key, output]) => [key, mapNodes(output, replace, `${name}.${key}`)]),
    );
  else throw new GraphError(`${name} must be a node, or an array or record of nodes, not ${describe(outputs)}.`);
  return mapped as Structured<O, T>;
}
