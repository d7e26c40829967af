import { floatOf } from '../floats.ts';
import { shortest } from '../numbers.ts';
import { type Attributes, nodeField, numbersField, type Precision, placesField } from './model.ts';
import type { Field } from './wire.ts';

/** The nodes and tensors of a model while it is made; all tensors go by names. */
export interface Graph {
  readonly precision: Precision;
  /** How many nodes there are. */
  size(): number;
  /** Adds a node and gives the name of what it computes. */
  node(op: string, inputs: readonly string[], attributes?: Attributes): string;
  /** A tensor of numbers of a shape; of none for one number. Equal ones are stored once. */
  numbers(values: readonly number[], shape: readonly number[]): string;
  /** A list of whole numbers. */
  places(values: readonly number[]): string;
  /** Gives a tensor a name of somebody else's. */
  output(tensor: string, name: string): void;
  /** All nodes and tensors, as they are stored. */
  fields(): readonly Field[];
}

/** A graph whose own tensors have none of the names that are `taken`. */
export function graphOf(precision: Precision, taken: ReadonlySet<string>): Graph {
  const nodes: { op: string; inputs: readonly string[]; output: string; attributes: Attributes }[] = [];
  const tensors: Field[] = [];
  const stored = new Map<string, string>();
  const computed = new Set<string>();
  const renamed = new Map<string, string>();
  let names = 0;
  const fresh = (): string => {
    let name: string;
    do name = `v${names++}`;
    while (taken.has(name));
    return name;
  };
  const store = (key: string, field: (name: string) => Field): string => {
    const known = stored.get(key);
    if (known !== undefined) return known;
    const name = fresh();
    tensors.push(field(name));
    stored.set(key, name);
    return name;
  };
  const node: Graph['node'] = (op, inputs, attributes = {}) => {
    const output = fresh();
    nodes.push({ op, inputs, output, attributes });
    computed.add(output);
    return output;
  };
  return {
    precision,
    size: () => nodes.length,
    node,
    numbers: (values, shape) => {
      if (precision === 'f32') for (const value of values) floatOf(value, 'toOnnx', "Give { precision: 'f64' }.");
      return store(`${shape}: ${values.map(shortest)}`, (name) => numbersField(name, shape, values, precision));
    },
    places: (values) => store(`places ${values}`, (name) => placesField(name, values)),
    output: (tensor, name) => {
      const isFree = computed.has(tensor) && !renamed.has(tensor);
      renamed.set(isFree ? tensor : node('Identity', [tensor]), name);
    },
    fields: () => {
      const nameOf = (tensor: string): string => renamed.get(tensor) ?? tensor;
      return [
        ...nodes.map(({ op, inputs, output, attributes }) =>
          nodeField(op, inputs.map(nameOf), nameOf(output), attributes),
        ),
        ...tensors,
      ];
    },
  };
}
