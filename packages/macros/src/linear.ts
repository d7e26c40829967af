import { defineMacro, type InputsOf, type Node, parameter } from '@chainrule/core';
import { multiply, sum } from '@chainrule/ops';
import { glorotUniform } from './initializers/glorot.ts';
import { draw, type Initializer } from './initializers/initializer.ts';
import { zeros } from './initializers/zeros.ts';
import { type Layer, nodesOf } from './layer.ts';
import { buildUnits, countOf, type OutputsOf, type Units } from './units.ts';

export interface LinearOptions {
  /** Whether each output has a bias, or how biases start: by default they are there and start at 0. */
  readonly bias?: boolean | Initializer;
  /** How weights start: `glorotUniform()` by default. With relu, `heUniform()` suits better. */
  readonly initializer?: Initializer;
  /** Names the parameters `name.weight[j][i]` and `name.bias[j]`; without it they have no names. */
  readonly name?: string;
}

type Linear = <const L extends Layer, const U extends Units>(
  inputs: L,
  outputs: U,
  options?: LinearOptions,
) => OutputsOf<U, InputsOf<L>>;

/**
 * A linear layer, with parameters of its own: yⱼ = wⱼ₁·x₁ + … + wⱼₙ·xₙ + bⱼ, each one sum in the order of the inputs.
 *
 * `outputs` is how many there are, or a list of their names; the result is a list, or a record by these names. Weights start
 * as `glorotUniform()`, which keeps signals and gradients at their size whatever the width of the layer, and biases at 0,
 * which favours no side. Parameters are created output by output: its weights in the order of the inputs, then its bias.
 * @throws GraphError if `inputs` is not a list or record of nodes or is empty, if `outputs` is not a positive whole number or
 * a list of different names, or if an initializer does not give the numbers that are needed.
 * @example const [celsius] = linear([input('fahrenheit')], 1);
 * @example const { cat, dog } = linear(features, ['cat', 'dog']);
 */
export const linear: Linear = /* @__PURE__ */ defineMacro(
  'linear',
  <const L extends Layer, const U extends Units>(
    inputs: L,
    outputs: U,
    { bias = true, initializer = glorotUniform(), name }: LinearOptions = {},
  ): OutputsOf<U, InputsOf<L>> => {
    const xs = nodesOf('linear', inputs);
    const count = countOf('linear', outputs);
    const weights = draw('linear', initializer, count, xs.length);
    const biases = bias === false ? undefined : draw('linear', bias === true ? zeros() : bias, count, 1);
    const named = (part: string, j: number, i?: number): { name?: string } | undefined =>
      name === undefined ? undefined : { name: `${name}.${part}[${j}]${i === undefined ? '' : `[${i}]`}` };

    return buildUnits(outputs, (j) => {
      const terms: Node[] = xs.map((x, i) => {
        const weight = parameter(weights[j * xs.length + i], named('weight', j, i));
        return multiply(weight, x);
      });
      if (biases !== undefined) terms.push(parameter(biases[j], named('bias', j)));
      return terms.length === 1 ? (terms[0] as Node) : sum(terms);
    });
  },
);
