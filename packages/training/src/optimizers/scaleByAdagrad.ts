import type { Node } from '@chainrule/core';
import { checkEpsilon } from '../check.ts';
import { defineRule } from './defineRule.ts';
import { add, divide, multiply, sqrt } from './expressions.ts';
import type { Transform } from './transform.ts';

export interface AdagradOptions {
  /** Keeps the divisor from 0. Default 1e-10. */
  readonly epsilon?: number;
}

/**
 * Divides each gradient by the root of the sum of all its squares so far.
 *
 * v ← v + g², u = g / (√v + ε) (Duchi, Hazan & Singer 2011, with PyTorch's defaults)
 * @throws TrainingError if ε is not positive.
 * @example chain(scaleByAdagrad(), scaleByLearningRate(0.01)) // adagrad()
 */
export function scaleByAdagrad({ epsilon = 1e-10 }: AdagradOptions = {}): Transform {
  checkEpsilon('adagrad: epsilon', epsilon);
  return defineRule('scaleByAdagrad', { epsilon }, 1, (g, { memory: [v] }) => {
    const square = add(v as Node, multiply(g, g));
    return { update: divide(g, add(sqrt(square), epsilon)), memory: [square] };
  });
}
