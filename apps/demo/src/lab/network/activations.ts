import type { Node } from '@chainrule/core';
import { softmax } from '@chainrule/macros';
import {
  abs,
  cos,
  elu,
  gelu,
  leakyRelu,
  relu,
  sigmoid,
  silu,
  sin,
  softplus,
  softsign,
  square,
  tanh,
} from '@chainrule/ops';
import type { ActivationName } from './activationNames.ts';

const each =
  (op: (x: Node) => Node) =>
  (layer: readonly Node[]): Node[] =>
    layer.map((node) => op(node));

/** What an activation makes of a layer. */
export const activations: Readonly<Record<ActivationName, (layer: readonly Node[]) => Node[]>> = {
  tanh: each(tanh),
  relu: each(relu),
  sigmoid: each(sigmoid),
  leakyRelu: each((x) => leakyRelu(x)),
  elu: each((x) => elu(x)),
  gelu: each(gelu),
  silu: each(silu),
  softplus: each(softplus),
  softsign: each(softsign),
  sin: each(sin),
  cos: each(cos),
  abs: each(abs),
  square: each(square),
  softmax: (layer) => [...softmax(layer)],
};
