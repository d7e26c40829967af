import { defineMacro, type InputsOf, type NamesOf, type Node, type NodeLike } from '@chainrule/core';
import { abs, multiply, sum } from '@chainrule/ops';
import { requireStrength } from './requireStrength.ts';
import { nodesOf, type Values } from './values.ts';

/**
 * The lasso penalty λ·Σ|p|, to be added to a loss; its derivative at p = 0 is 0. It has one value for a whole batch and counts
 * once. Tibshirani, "Regression shrinkage and selection via the lasso", 1996.
 * @throws GraphError if `parameters` is not a list or record of nodes and numbers, or is empty, or if the strength is a number
 * that is negative or not finite.
 * @example add(loss, l1(parameters(loss), 0.001))
 */
export const l1: <const V extends Values, const S extends NodeLike>(
  parameters: V,
  strength: S,
) => Node<InputsOf<V> | NamesOf<S>> = /* @__PURE__ */ defineMacro(
  'l1',
  <const V extends Values, const S extends NodeLike>(parameters: V, strength: S) => {
    requireStrength('l1', strength);
    const sizes = nodesOf('l1', 'parameters', parameters).map((p) => abs(p));
    return multiply(strength, sum(sizes)) as Node<InputsOf<V> | NamesOf<S>>;
  },
);
