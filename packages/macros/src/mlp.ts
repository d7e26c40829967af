import { defineMacro, describe, GraphError, type InputsOf, mapNodes, type Node, type NodeLike } from '@chainrule/core';
import { tanh } from '@chainrule/ops';
import { type Layer, nodesOf } from './layer.ts';
import { type LinearOptions, linear } from './linear.ts';
import type { OutputsOf, Units } from './units.ts';

/** A function that is applied to each output of a layer. */
export type Activation = (x: Node) => NodeLike;

export interface MlpOptions extends LinearOptions {
  /** Between the layers: `tanh` by default. */
  readonly activation?: Activation;
  /** After the last layer: nothing by default. */
  readonly output?: Activation;
}

/** The widths of the layers; the last may be a list of names. */
export type Widths = readonly number[] | readonly [...number[], Units];

type Last<W extends Widths> = W extends readonly [...unknown[], infer U extends Units] ? U : Extract<W[number], number>;

type Mlp = <const L extends Layer, const W extends Widths>(
  inputs: L,
  widths: W,
  options?: MlpOptions,
) => OutputsOf<Last<W>, InputsOf<L>>;

/**
 * A multilayer perceptron: linear layers one after the other, with `activation` between them and `output` after the last.
 *
 * `widths` has the number of outputs of each layer; the last may be a list of names, and then the result is a record.
 * `bias` and `initializer` are those of `linear`; `name` names the parameters `name[layer].weight[j][i]`, `name[layer].bias[j]`.
 * @throws GraphError if `widths` is empty or no list, if an activation is not a function, and whatever `linear` throws.
 * @example const [logit] = mlp([x, y], [16, 16, 1], { activation: relu, initializer: heUniform() });
 */
export const mlp: Mlp = /* @__PURE__ */ defineMacro(
  'mlp',
  <const L extends Layer, const W extends Widths>(
    inputs: L,
    widths: W,
    { activation = tanh, output = (x) => x, name, ...options }: MlpOptions = {},
  ): OutputsOf<Last<W>, InputsOf<L>> => {
    if (!Array.isArray(widths) || widths.length === 0)
      throw new GraphError(`mlp needs a list with the width of each layer, such as [8, 3], not ${describe(widths)}.`);
    requireFunction('activation', activation);
    requireFunction('output', output);
    const layer = (from: Layer, units: Units, i: number): Layer =>
      linear(from, units, name === undefined ? options : { ...options, name: `${name}[${i}]` });

    const last = widths.length - 1;
    let hidden: Layer = nodesOf('mlp', inputs);
    for (let i = 0; i < last; i++) hidden = mapNodes<Layer, NodeLike>(layer(hidden, widths[i] as Units, i), activation);
    return mapNodes<Layer, NodeLike>(layer(hidden, widths[last] as Units, last), output) as OutputsOf<
      Last<W>,
      InputsOf<L>
    >;
  },
);

function requireFunction(role: string, value: unknown): void {
  if (typeof value !== 'function')
    throw new GraphError(
      `mlp: ${role} must be a function from a node to a node, such as tanh, not ${describe(value)}.`,
    );
}
