import { defineMacro, describe, GraphError, mapNodes, type Node, parameter } from '@chainrule/core';
import { add, divide, mean, multiply, sqrt, square, subtract } from '@chainrule/ops';
import { type Layer, nodesOf, type Shaped } from './layer.ts';

export interface LayerNormOptions {
  /** Added to the variance, so that equal inputs do not divide by zero. Default 1e-5. */
  readonly epsilon?: number;
}

/**
 * Layer normalization, with parameters of its own: yᵢ = gᵢ·(xᵢ − m) / √(v + ε) + bᵢ with the mean m and the variance v of the
 * inputs. Each output has a gain gᵢ that starts at 1 and then a bias bᵢ that starts at 0. Structure in, structure out.
 * Ba, Kiros & Hinton, "Layer normalization", 2016.
 * @throws GraphError if `inputs` is not a list or record of nodes, or is empty, or if epsilon is not a positive number.
 * @example const hidden = layerNorm(linear([x, y], 16)).map(relu);
 */
export const layerNorm: <const L extends Layer>(inputs: L, options?: LayerNormOptions) => Shaped<L> =
  /* @__PURE__ */ defineMacro(
    'layerNorm',
    <const L extends Layer>(inputs: L, { epsilon = 1e-5 }: LayerNormOptions = {}): Shaped<L> => {
      if (!(epsilon > 0))
        throw new GraphError(`layerNorm: epsilon is ${describe(epsilon)}, expected a number above 0.`);
      const xs = nodesOf('layerNorm', inputs);
      const center = mean(xs);
      const distances = xs.map((x) => subtract(x, center));
      const deviation = sqrt(add(mean(distances.map((d) => square(d))), epsilon));
      let i = 0;
      return mapNodes<unknown, Node>(inputs, () => {
        const gain = parameter(1);
        return add(multiply(gain, divide(distances[i++] as Node, deviation)), parameter(0));
      }) as Shaped<L>;
    },
  );
