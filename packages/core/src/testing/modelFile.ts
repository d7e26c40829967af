// Model files for tests: one with all that a file can hold, and small ones of which a part is given.
import { defineMacro, input, inputs, type Node, parameter, toJSON } from '../index.ts';
import { add, exp, log, mean, multiply, relu, select, sigmoid, square } from './vocabulary.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A model with all that a file can hold. */
export function example(): { [key: string]: Json } {
  const unit = defineMacro('unit', (x: Node, y: Node) => sigmoid(add(multiply(parameter(0.5), x), y, parameter(-0))));
  const layer = defineMacro('layer', (x: Node, y: Node) => [unit(x, y), unit(y, x)]);
  const [a, b, v] = [input('a'), input(), inputs('v', 3)];
  const [p, q] = layer(a, b) as [Node, Node];
  const fixed = parameter(Number.POSITIVE_INFINITY, { name: 'fixed', trainable: false });
  const outputs = {
    p: [log(p), q],
    'a/b~c': { deep: [mean([...v, q]), square(relu(a))] },
    c: select(p, exp(a), fixed),
  };
  return JSON.parse(JSON.stringify(toJSON(outputs)));
}

/** A file of which only the ops, the nodes and the outputs matter. */
export const file = (more: object): object => ({
  format: 'chainrule-model',
  version: 1,
  ops: {},
  nodes: [
    ['input', 'x'],
    ['constant', 2],
  ],
  scopes: [],
  outputs: 0,
  ...more,
});

/** An op of one argument, its exponential but for what is given. */
export const one = (more: object): object => ({
  name: 'f',
  arity: 1,
  expand: {
    nodes: [
      ['argument', 0],
      ['exp', 0],
    ],
    results: [1],
  },
  ...more,
});

/** A rule of an op: its nodes, the last of which is the result. */
export const rule = (...nodes: (readonly (string | number)[])[]): object => ({ nodes, results: [nodes.length - 1] });
