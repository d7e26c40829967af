import type { Node } from '@chainrule/core';
import { checkDecay } from '../check.ts';
import { defineRule } from './defineRule.ts';
import { add, multiply, sign } from './expressions.ts';
import type { Transform } from './transform.ts';

export interface LionScaling {
  /** The share of the momentum in the step. Default 0.9. */
  readonly beta1?: number;
  /** How slowly the momentum forgets. Default 0.99. */
  readonly beta2?: number;
}

/**
 * The sign of a mixture of momentum and gradient.
 *
 * u = sign(β₁m + (1 − β₁)g), m ← β₂m + (1 − β₂)g (Chen et al. 2023)
 * @throws TrainingError if a β is not in 0…1.
 * @example chain(scaleByLion(), scaleByLearningRate(1e-4)) // lion()
 */
export function scaleByLion({ beta1 = 0.9, beta2 = 0.99 }: LionScaling = {}): Transform {
  checkDecay('lion: beta1', beta1);
  checkDecay('lion: beta2', beta2);
  return defineRule('scaleByLion', { beta1, beta2 }, 1, (g, { memory: [momentum] }) => {
    const mix = (beta: number): Node => add(multiply(beta, momentum as Node), multiply(1 - beta, g));
    return { update: sign(mix(beta1)), memory: [mix(beta2)] };
  });
}
