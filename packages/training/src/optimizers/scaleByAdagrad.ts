import { checkEpsilon } from '../check.ts';
import { defineTransform, type Transform } from './transform.ts';

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
  return defineTransform('scaleByAdagrad', { epsilon }, 1, (updates, [squares]) => {
    const v = squares as Float64Array;
    for (let i = 0; i < updates.length; i++) {
      const g = updates[i] as number;
      const square = (v[i] as number) + g * g;
      v[i] = square;
      updates[i] = g / (Math.sqrt(square) + epsilon);
    }
  });
}
