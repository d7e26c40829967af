import { defineOp, type NamesOf, type Node, type NodeLike, type Ternary } from '@chainrule/core';
import { add, multiply, relu, subtract } from '@chainrule/ops';
import { requireNumber } from './requireNumber.ts';

const op: Ternary = /* @__PURE__ */ defineOp('quantile', {
  expand: (prediction: Node, target: Node, tau: Node) =>
    add(
      multiply(tau, relu(subtract(target, prediction))),
      multiply(subtract(1, tau), relu(subtract(prediction, target))),
    ),
  finite: true,
});

/**
 * The quantile or pinball loss, least where the prediction is the τ-quantile of the targets: τ·(t − p) if the prediction is
 * too low, (1 − τ)·(p − t) if it is too high. Koenker & Bassett, "Regression quantiles", 1978. Its derivative at p = t is 0.
 * @throws GraphError if `tau` is a number outside 0…1, or an argument is neither node nor number.
 * @example evaluate(quantile(1, 3, 0.9)) // 1.8
 */
export function quantile<const P extends NodeLike, const T extends NodeLike, const Q extends NodeLike>(
  prediction: P,
  target: T,
  tau: Q,
): Node<NamesOf<P | T | Q>> {
  requireNumber('quantile: tau', tau, (x) => x > 0 && x < 1, 'a number between 0 and 1, such as 0.5 for the median');
  return op(prediction, target, tau) as Node<NamesOf<P | T | Q>>;
}
