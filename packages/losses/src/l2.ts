import { defineMacro, type InputsOf, type NamesOf, type Node, type NodeLike } from '@chainrule/core';
import { multiply, square, sum } from '@chainrule/ops';
import { requireStrength } from './requireStrength.ts';
import { nodesOf, type Values } from './values.ts';

/**
 * The ridge penalty λ·Σp², to be added to a loss: the plain sum of squares, not half of it and not its root, with derivative
 * 2·λ·p. It has one value for a whole batch and counts once. Hoerl & Kennard, "Ridge regression", 1970.
 * @throws GraphError if `parameters` is not a list or record of nodes and numbers, or is empty, or if the strength is a number
 * that is negative or not finite.
 * @example add(loss, l2(parameters(loss), 1e-4))
 */
export const l2: <const V extends Values, const S extends NodeLike>(
  parameters: V,
  strength: S,
) => Node<InputsOf<V> | NamesOf<S>> = /* @__PURE__ */ defineMacro(
  'l2',
  <const V extends Values, const S extends NodeLike>(parameters: V, strength: S) => {
    requireStrength('l2', strength);
    const squares = nodesOf('l2', 'parameters', parameters).map((p) => square(p));
    return multiply(strength, sum(squares)) as Node<InputsOf<V> | NamesOf<S>>;
  },
);
