import { defineMacro, type InputsOf, type NamesOf, type Node, type NodeLike } from '@chainrule/core';
import { add } from '@chainrule/ops';
import { l1 } from './l1.ts';
import { l2 } from './l2.ts';
import type { Values } from './values.ts';

/**
 * The elastic net penalty λ₁·Σ|p| + λ₂·Σp², to be added to a loss. Zou & Hastie, "Regularization and variable selection via the
 * elastic net", 2005.
 * @throws GraphError as `l1` and `l2` do.
 * @example add(loss, elasticNet(parameters(loss), 0.001, 1e-4))
 */
export const elasticNet: <const V extends Values, const S1 extends NodeLike, const S2 extends NodeLike>(
  parameters: V,
  l1Strength: S1,
  l2Strength: S2,
) => Node<InputsOf<V> | NamesOf<S1 | S2>> = /* @__PURE__ */ defineMacro(
  'elasticNet',
  <const V extends Values, const S1 extends NodeLike, const S2 extends NodeLike>(
    parameters: V,
    l1Strength: S1,
    l2Strength: S2,
  ) => add(l1(parameters, l1Strength), l2(parameters, l2Strength)) as Node<InputsOf<V> | NamesOf<S1 | S2>>,
);
