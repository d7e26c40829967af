import { elementary, type Node } from '@chainrule/core';
import { checkDecay, checkEpsilon } from '../check.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { defineRule } from './defineRule.ts';
import { add, divide, multiply, sqrt } from './expressions.ts';
import type { Transform } from './transform.ts';

export interface AdamOptions {
  /** How slowly the running mean of the gradients forgets. Default 0.9. */
  readonly beta1?: number;
  /** How slowly the running mean of their squares forgets. Default 0.999. */
  readonly beta2?: number;
  /** Keeps the divisor from 0. Default 1e-8. */
  readonly epsilon?: number;
}

/**
 * Divides a running mean of the gradients by the root of a running mean of their squares, both freed of their bias
 * towards the zeros they start from.
 *
 * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², u = m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε), t = step + 1 (Kingma & Ba 2014)
 * @throws TrainingError if a β is not in 0…1 or ε is not positive.
 * @example chain(scaleByAdam(), scaleByLearningRate(0.001)) // adam()
 */
export function scaleByAdam({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamOptions = {}): Transform {
  checkDecay('adam: beta1', beta1);
  checkDecay('adam: beta2', beta2);
  checkEpsilon('adam: epsilon', epsilon);
  return defineRule('scaleByAdam', { beta1, beta2, epsilon }, 2, (g, { memory: [m, v], scalar }) => {
    const mean = add(multiply(beta1, m as Node), multiply(1 - beta1, g));
    const square = add(multiply(beta2, v as Node), multiply(1 - beta2, multiply(g, g)));
    const [unbiasedMean, unbiasedSquare] = [scalar(unbiased(beta1)), scalar(unbiased(beta2))];
    const update = divide(multiply(mean, unbiasedMean), add(sqrt(multiply(square, unbiasedSquare)), epsilon));
    return { update, memory: [mean, square] };
  });
}

/** 1 / (1 − βᵗ) at t = step + 1: once it is 1 it stays so, and no power is needed. */
function unbiased(beta: number): Schedule {
  let settled = Number.POSITIVE_INFINITY;
  return (step) => {
    if (step >= settled) return 1;
    const factor = 1 / (1 - elementary.power(beta, step + 1));
    if (factor === 1) settled = step;
    return factor;
  };
}
