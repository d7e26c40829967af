import { defineOp, type NamesOf, type Node, type NodeLike, type Ternary } from '@chainrule/core';
import { add, log, log1p, multiply, negate, power, select, subtract } from '@chainrule/ops';
import { requireNumber } from './requireNumber.ts';
import { weighted } from './weighted.ts';

/** pᵞ; at p = 0 a constant, so that its slope there, infinite for γ < 1, never meets a factor 0. */
const raise = (p: Node, gamma: Node): Node => select(p, power(p, gamma), power(0, gamma));

const op: Ternary = /* @__PURE__ */ defineOp('focal', {
  expand: (p: Node, target: Node, gamma: Node) => {
    const q = subtract(1, p);
    const whenOne = weighted(multiply(target, raise(q, gamma)), log(p));
    const whenZero = weighted(multiply(subtract(1, target), raise(p, gamma)), log1p(negate(p)));
    return negate(add(whenOne, whenZero));
  },
});

export interface FocalOptions<G extends NodeLike = NodeLike, A extends NodeLike = NodeLike> {
  /** How much less a well classified sample counts: 0 = not at all. Default 2. */
  readonly gamma?: G;
  /** The weight of class 1, that of class 0 being 1 − α. Default: both count in full. The paper uses 0.25. */
  readonly alpha?: A;
}

/**
 * The focal loss of a probability p and a target y, 0 or 1: cross-entropy in which samples that are already right count less,
 * −(y·(1 − p)ᵞ·log p + (1 − y)·pᵞ·log(1 − p)), times α·y + (1 − α)·(1 − y) if `alpha` is given.
 * Lin, Goyal, Girshick, He & Dollár, "Focal loss for dense object detection", 2017.
 *
 * With p = sigmoid(z) the logarithms are rewritten in terms of z: nothing is clipped.
 * @throws GraphError if `gamma` is a number below 0, `alpha` one outside 0…1, or an argument is neither node nor number.
 * @example evaluate(focal(0.9, 1, { gamma: 2, alpha: 0.25 })) // 0.25 · 0.1² · −log 0.9
 */
export function focal<
  const P extends NodeLike,
  const T extends NodeLike,
  const G extends NodeLike = number,
  const A extends NodeLike = number,
>(probability: P, target: T, { gamma, alpha }: FocalOptions<G, A> = {}): Node<NamesOf<P | T | G | A>> {
  const exponent = gamma ?? 2;
  requireNumber('focal: gamma', exponent, (x) => x >= 0, 'a number that is not below 0, such as 2');
  const loss = op(probability, target, exponent) as Node<NamesOf<P | T | G | A>>;
  if (alpha === undefined) return loss;
  requireNumber('focal: alpha', alpha, (x) => x >= 0 && x <= 1, 'a number from 0 to 1, the weight of class 1');
  const balance = add(multiply(alpha, target), multiply(subtract(1, alpha), subtract(1, target)));
  return multiply(balance, loss) as Node<NamesOf<P | T | G | A>>;
}
