import { type Binary, defineOp, type Node } from '@chainrule/core';
import { abs, add, exp, less, log1p, multiply, negate, select, square, subtract, tanh } from '@chainrule/ops';

/**
 * The logarithm of the hyperbolic cosine of the error d = p − t: about ½·d² for small errors, |d| − log 2 for large ones.
 *
 * log cosh d = −½·log(1 − tanh²d) if |d| < 1, else |d| − log 2 + log(1 + exp(−2·|d|)), so that neither small errors lose
 * digits nor large ones overflow; the derivative is tanh d.
 * @throws GraphError if an argument is neither node nor number.
 * @example evaluate(logCosh(1000, 0)) // 999.3068528194401
 */
export const logCosh: Binary = /* @__PURE__ */ defineOp('logCosh', {
  expand: (prediction: Node, target: Node) => {
    const error = subtract(prediction, target);
    const size = abs(error);
    const near = multiply(-0.5, log1p(negate(square(tanh(error)))));
    const far = add(subtract(size, Math.LN2), log1p(exp(multiply(-2, size))));
    return select(less(size, 1), near, far);
  },
  partials: (_: Node, prediction: Node, target: Node) => {
    const slope = tanh(subtract(prediction, target));
    return [slope, negate(slope)];
  },
  finite: true,
});
