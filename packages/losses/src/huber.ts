import { defineOp, type NamesOf, type Node, type NodeLike, type Ternary } from '@chainrule/core';
import { abs, less, multiply, select, square, subtract } from '@chainrule/ops';
import { requireNumber } from './requireNumber.ts';

const op: Ternary = /* @__PURE__ */ defineOp('huber', {
  expand: (prediction: Node, target: Node, delta: Node) => {
    const error = abs(subtract(prediction, target));
    const far = multiply(delta, subtract(error, multiply(0.5, delta)));
    return select(less(error, delta), multiply(0.5, square(error)), far);
  },
  finite: true,
});

/**
 * The Huber loss: quadratic for small errors d = p − t, linear for large ones, ½·d² if |d| < δ, else δ·(|d| − ½·δ).
 * Huber, "Robust estimation of a location parameter", 1964. At |d| = δ both pieces agree in value and derivative.
 * @throws GraphError if `delta` is a number that is not above 0, or an argument is neither node nor number.
 * @example evaluate(huber(3, 1, 1)) // 1.5
 */
export function huber<const P extends NodeLike, const T extends NodeLike, const D extends NodeLike = number>(
  prediction: P,
  target: T,
  delta?: D,
): Node<NamesOf<P | T | D>> {
  const threshold = delta ?? 1;
  requireNumber(
    'huber: delta',
    threshold,
    (x) => x > 0,
    'a number above 0, the error from which the loss grows linearly',
  );
  return op(prediction, target, threshold) as Node<NamesOf<P | T | D>>;
}
