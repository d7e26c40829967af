import type { Node } from '@chainrule/core';
import { less, multiply, select } from '@chainrule/ops';

/**
 * w · l for a logarithm l, where 0 · −∞ counts as 0: what never happens costs nothing, however improbable. The condition is
 * as narrow as that, so that ∂/∂w is l also at w = 0.
 */
export function weighted(weight: Node, logarithm: Node): Node {
  const matters = select(weight, 1, less(Number.NEGATIVE_INFINITY, logarithm));
  return select(matters, multiply(weight, logarithm), 0);
}
