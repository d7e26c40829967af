import { defineMacro, GraphError, type NamesOf, type Node } from '@chainrule/core';
import { add } from '@chainrule/ops';
import { type Layer, nodesOf } from './layer.ts';

type Residual = <const X extends Node, const Y extends Node>(
  inputs: readonly X[],
  block: (inputs: readonly X[]) => readonly Y[],
) => Node<NamesOf<X | Y>>[];

/**
 * A residual block: what the layers of a block make of its inputs is added to them, yᵢ = xᵢ + f(x)ᵢ.
 * He, Zhang, Ren & Sun, "Deep residual learning for image recognition", 2016.
 * @throws GraphError if the inputs are not a list of nodes, or the block does not give as many outputs as it has inputs.
 * @example const deeper = residual(hidden, (xs) => linear(xs, 16).map(tanh));
 */
export const residual: Residual = /* @__PURE__ */ defineMacro(
  'residual',
  <const X extends Node, const Y extends Node>(inputs: readonly X[], block: (inputs: readonly X[]) => readonly Y[]) => {
    const xs = nodesOf('residual', inputs);
    const ys = nodesOf('residual, what the block gave', block(inputs) as Layer);
    if (xs.length !== ys.length)
      throw new GraphError(
        `residual: the block gave ${ys.length} outputs for ${xs.length} inputs. Give it as many outputs as inputs, so that they can be added.`,
      );
    return xs.map((x, i) => add(x, ys[i] as Node)) as Node<NamesOf<X | Y>>[];
  },
);
