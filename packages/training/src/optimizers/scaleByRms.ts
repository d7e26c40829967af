import type { Node } from '@chainrule/core';
import { checkDecay, checkEpsilon } from '../check.ts';
import { defineRule } from './defineRule.ts';
import { add, divide, multiply, sqrt } from './expressions.ts';
import type { Transform } from './transform.ts';

export interface RmsOptions {
  /** How slowly the running mean of the squares forgets. Default 0.99. */
  readonly decay?: number;
  /** Keeps the divisor from 0. Default 1e-8. */
  readonly epsilon?: number;
}

/**
 * Divides each gradient by the root of a running mean of its squares.
 *
 * v ← decay · v + (1 − decay)g², u = g / (√v + ε) (Tieleman & Hinton 2012, with PyTorch's defaults)
 * @throws TrainingError if the decay is not in 0…1 or ε is not positive.
 * @example chain(scaleByRms(), scaleByLearningRate(0.01)) // rmsprop()
 */
export function scaleByRms({ decay = 0.99, epsilon = 1e-8 }: RmsOptions = {}): Transform {
  checkDecay('rmsprop: decay', decay);
  checkEpsilon('rmsprop: epsilon', epsilon);
  return defineRule('scaleByRms', { decay, epsilon }, 1, (g, { memory: [v] }) => {
    const square = add(multiply(decay, v as Node), multiply(1 - decay, multiply(g, g)));
    return { update: divide(g, add(sqrt(square), epsilon)), memory: [square] };
  });
}
